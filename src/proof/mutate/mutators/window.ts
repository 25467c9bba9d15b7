import { duration, inSeconds } from '#ground/duration.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import type { Place } from '#proof/mutate/place.js';
import { type Mutator, none } from './edit.js';

const factors = [0.5, 2];

/** Whether a place is what one reads on: how long that is follows from the scrapes, and is nothing that an alert says. */
const isReadOn = ({ around }: Place): boolean => {
  const parent = around.at(-1)?.expr;
  return parent?.type === 'call' && /^(last|absent)_over_time$/.test(parent.function);
};

/** A window half and twice as long. */
export const window: Mutator = (place) => {
  const { expr } = place;
  if ((expr.type !== 'range' && expr.type !== 'subquery') || isReadOn(place)) return [];
  if (isDashboardWindow(expr.window)) return [];
  const seconds = inSeconds(expr.window);
  return factors.map((factor) => {
    const other = duration(seconds * factor);
    return {
      kind: 'window',
      before: `[${expr.window}]`,
      after: `[${other}]`,
      by: { ...expr, window: other },
    };
  });
};

/** Series as they are now instead of a while ago. */
export const offset: Mutator = ({ expr }) => {
  if (expr.type !== 'selector' || expr.offset === undefined) return [];
  const { offset: before, ...now } = expr;
  return [{ kind: 'offset', before: `offset ${before}`, after: none, by: now }];
};
