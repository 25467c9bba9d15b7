import { duration } from '#ground/duration.js';
import type { Asked } from '#derive/derivation.js';
import { inline } from '#promql/expr/inline.js';
import { type Held, heldOf, isContradiction } from './held.js';
import type { Weakness } from './weakness.js';

interface Calendar {
  readonly from: number;
  readonly to: number;
  /** How long one value lasts at the most, in seconds. */
  readonly lasts: number;
}
const calendars: ReadonlyMap<string, Calendar> = new Map([
  ['minute()', { from: 0, to: 59, lasts: 60 }],
  ['hour()', { from: 0, to: 23, lasts: 3_600 }],
  ['day_of_week()', { from: 0, to: 6, lasts: 86_400 }],
  ['day_of_month()', { from: 1, to: 31, lasts: 86_400 }],
  ['month()', { from: 1, to: 12, lasts: 31 * 86_400 }],
]);

/** How many values that pass follow each other at the most, the first after the last; nothing where all pass. */
const longestRun = ({ from, to }: Calendar, held: readonly Held[]): number | undefined => {
  const passes = Array.from({ length: to - from + 1 }, (_, i) => {
    const [first] = held;
    return first ? !isContradiction([...held, { ...first, operator: '==', limit: from + i }]) : true;
  });
  if (passes.every(Boolean)) return undefined;
  const runs = [...passes, ...passes].map((each) => (each ? 'x' : ' ')).join('');
  return Math.max(...runs.split(' ').map(({ length }) => length));
};

/** Hours and days that are over before `for` is. */
export const overBeforeFor = ({ expr, for: pending }: Asked): readonly Weakness[] => {
  const held = heldOf(expr);
  return [...calendars].flatMap(([of, calendar]) => {
    const its = held.filter((each) => each.of === of);
    const run = longestRun(calendar, its);
    const [first] = its;
    if (!first || !run || run * calendar.lasts > pending) return [];
    const texts = its.map(({ by }) => `'${inline(by)}'`).join(' and ');
    return [
      {
        kind: 'cannot mature',
        certainty: 'fact',
        blame: first.by,
        why: `${texts} ${its.length === 1 ? 'lasts' : 'last'} ${duration(run * calendar.lasts)} at the most, and for is ${duration(pending)}`,
        cure: `make for shorter than ${duration(run * calendar.lasts)}`,
      },
    ];
  });
};
