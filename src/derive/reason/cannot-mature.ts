import { duration, inSeconds } from '#ground/duration.js';
import type { Asked } from '#derive/derivation.js';
import type { ComparisonOperator, Expr } from '#promql/expr/ast.js';
import { comparedSides, isFilter } from '#promql/expr/comparison.js';
import { type EventCount, countsOfEvents, ratesOfEvents } from '#promql/expr/events.js';
import { inline } from '#promql/expr/inline.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import { atTimesTooFew } from './at-times.js';
import { forgottenBefore, otherwiseBefore } from './before.js';
import { overBeforeFor } from './dated.js';
import { needs } from './existing.js';
import { constant } from './held.js';
import { required } from './required.js';
import type { Weakness } from './weakness.js';

/** How long a sample is taken for the present value, in seconds. */
const lookBack = 300;

/**
 * Why what an alert asks for does not last as long as its `for`: parts of the day that are over before, series that are gone between scrapes,
 * single events that their window has forgotten. The last are guesses: what goes on happening does fire.
 */
export const cannotMature = (asked: Asked): readonly Weakness[] =>
  asked.for > 0
    ? [
        ...overBeforeFor(asked),
        ...goneBetweenScrapes(asked),
        ...forgottenBefore(asked),
        ...otherwiseBefore(asked),
        ...forgottenEvents(asked),
        ...youngerThanFor(asked),
        ...atTimesTooFew(asked),
      ]
    : [];

const recordedIn = ({ records }: Asked): ReadonlySet<string> => new Set(records.map(({ name }) => name));

/** Series that are scraped so seldom that they are not read until the next scrape. */
const goneBetweenScrapes = (asked: Asked): readonly Weakness[] => {
  const { expr, for: pending, interval, scrape } = asked;
  if (scrape < lookBack + interval || pending < lookBack) return [];
  const recorded = recordedIn(asked);
  const blame = needs(expr).there.find(
    (each) => each.type === 'selector' && !each.metric.name.includes(':') && !recorded.has(each.metric.name),
  );
  return blame
    ? [
        {
          kind: 'cannot mature',
          certainty: 'fact',
          blame,
          why: `'${inline(blame)}' is read for ${duration(lookBack)} after a scrape, and the next is ${duration(scrape)} later, so it is gone before for: ${duration(pending)} is over`,
          cure: `read its last sample: last_over_time(…[${duration(2 * scrape)}])`,
        },
      ]
    : [];
};

/** Whether one event is enough for a comparison of a count of them. */
const isOfOne = ({ operator, limit }: Limited): boolean =>
  (operator === '>' && limit < 1) || (operator === '>=' && limit <= 1) || (operator === '!=' && limit === 0);

interface Limited {
  /** The comparison that says so. */
  readonly by: Expr;
  readonly side: Expr;
  readonly operator: ComparisonOperator;
  readonly limit: number;
}

/** What the comparisons of a condition, which must all hold, say of a value and a number. */
const limits = (expr: Expr): readonly Limited[] =>
  required(expr)
    .filter(isFilter)
    .flatMap((by) => comparedSides(by).map((each) => ({ by, ...each })))
    .flatMap(({ by, side, operator, other }) => {
      const limit = constant(other);
      return limit === undefined || isFilter(side) ? [] : [{ by, side, operator, limit }];
    });

/** Events that are counted, or whose rate is reckoned where that alone is asked for: beside another comparison it keeps 0 out of a quotient. */
const eventsOf = ({ side, operator, limit }: Limited, isAlone: boolean): readonly EventCount[] => [
  ...countsOfEvents(side),
  ...(isAlone && limit === 0 && operator !== '>=' ? ratesOfEvents(side) : []),
];

/** A single event leaves its window before `for` is over. */
const forgottenEvents = ({ expr, for: pending }: Asked): readonly Weakness[] =>
  limits(expr)
    .filter(isOfOne)
    .flatMap((each) => eventsOf(each, required(expr).length === 1))
    .flatMap(({ call, window }): readonly Weakness[] =>
      isDashboardWindow(window) || inSeconds(window) > pending
        ? []
        : [
            {
              kind: 'cannot mature',
              certainty: 'guess',
              blame: call,
              why: `a single event leaves the window of '${inline(call)}' before for: ${duration(pending)} is over, so only events that keep coming are told`,
              cure: 'make the window longer than for, unless a single event is nothing to tell',
            },
          ],
    );

const isAge = (expr: Expr): boolean =>
  expr.type === 'binary' &&
  expr.operator === '-' &&
  expr.left.type === 'call' &&
  expr.left.function === 'time';

/** What happened so short a time ago that it is longer ago once `for` is over. */
const youngerThanFor = ({ expr, for: pending }: Asked): readonly Weakness[] =>
  limits(expr)
    .filter(
      ({ side, operator, limit }) => operator.startsWith('<') && limit > 0 && limit <= pending && isAge(side),
    )
    .map(({ by, limit }) => ({
      kind: 'cannot mature',
      certainty: 'guess',
      blame: by,
      why: `'${inline(by)}' holds for ${duration(limit)} after it happened, and for is ${duration(pending)}, so only what keeps happening is told`,
      cure: `make for shorter than ${duration(limit)}`,
    }));
