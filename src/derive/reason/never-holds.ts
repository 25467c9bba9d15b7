import { duration } from '#ground/duration.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { type Bounds, boundsOf } from '#promql/expr/bounds.js';
import { type Filter, comparedSides } from '#promql/expr/comparison.js';
import { inline } from '#promql/expr/inline.js';
import { leavesOutLast } from '#promql/expr/quantile-defect.js';
import { reaches } from '#promql/expr/never-held.js';
import type { Blame } from './blame.js';
import { believed, doubted } from './doubted.js';
import { constant } from './held.js';
import { sinceNow } from './since.js';
import { type Scraping, mostCounted, scrapedWindow, unlessAtStart } from './too-few.js';

/** What is known beside the expression. */
export interface Known extends Scraping {
  /** Whether kinds of metrics are believed, though they may be guessed. */
  readonly isBelieved?: boolean;
}

/** Whether two values within bounds can compare so. */
const canHold = (a: Bounds, operator: Filter['operator'], b: Bounds): boolean => {
  switch (operator) {
    case '>':
      return a[1] > b[0];
    case '>=':
      return a[1] >= b[0];
    case '<':
      return a[0] < b[1];
    case '<=':
      return a[0] <= b[1];
    case '==':
      return a[0] <= b[1] && b[0] <= a[1];
    case '!=':
      return a[0] !== a[1] || b[0] !== b[1] || a[0] !== b[0];
  }
};

/** Whether an expression is a number wherever it is there: NaN is unequal to everything. */
const isNumber = (expr: Expr): boolean => {
  if (expr.type === 'number') return !Number.isNaN(expr.value);
  if (expr.type === 'aggregation') return /^(count|group)$/.test(expr.operator);
  if (expr.type !== 'call') return false;
  const [first] = expr.args;
  return (
    /^(absent|absent_over_time|present_over_time|count_over_time)$/.test(expr.function) ||
    (expr.function === 'vector' && first !== undefined && isNumber(first))
  );
};

const isNoNumber = (expr: Expr): boolean => {
  if (expr.type === 'call' && expr.function === 'histogram_quantile')
    return leavesOutLast(expr) && selectors(expr).length === 1;
  return expr.type === 'number' && Number.isNaN(expr.value);
};

const told = ([least, greatest]: Bounds): string => {
  if (least === greatest) return `is always ${least}`;
  if (least === -Infinity) return `is ${greatest} at the most`;
  return greatest === Infinity ? `is ${least} at the least` : `lies between ${least} and ${greatest}`;
};
const isLimited = ([least, greatest]: Bounds): boolean => least > -Infinity || greatest < Infinity;

const momentText = (expr: Expr): string => {
  const [least, latest] = sinceNow(expr) ?? [NaN, NaN];
  return `'${inline(expr)}' is ${least === latest ? '' : 'at the latest '}${momentOf(latest)}`;
};
const momentOf = (since: number): string =>
  since === 0
    ? 'the moment of the evaluation'
    : `${duration(Math.abs(since))} ${since < 0 ? 'before' : 'after'} the evaluation`;

/** A comparison that no values pass, whatever is scraped. */
export const neverHolds = (filter: Filter, known: Known): Blame | undefined => {
  const { isBelieved = false } = known;
  const { operator, left, right } = filter;
  const text = `'${inline(filter)}' never holds`;
  if (/^[<>]$/.test(operator) && inline(left) === inline(right))
    return { blame: filter, why: `${text}: it compares values with themselves` };
  const taken = (side: Expr): Expr => (isBelieved ? believed(side, known.recorded) : doubted(side));
  const [a, b] = [boundsOf(taken(left)), boundsOf(taken(right))];
  const noNumber = [left, right].find(isNoNumber);
  if (noNumber && operator !== '!=')
    return { blame: filter, why: `${text}: '${inline(noNumber)}' is NaN, and nothing compares with that` };
  if (!canHold(a, operator, b) && (operator !== '!=' || (isNumber(left) && isNumber(right)))) {
    const sides = [
      [left, a],
      [right, b],
    ] as const;
    const limits = sides
      .filter(([side, bounds]) => side.type !== 'number' && isLimited(bounds))
      .map(([side, bounds]) => `'${inline(side)}' ${told(bounds)}`);
    return { blame: filter, why: [text, limits.join(', and ')].filter((each) => each !== '').join(': ') };
  }
  const [since, other] = [sinceNow(left), sinceNow(right)];
  if (since && other && !canHold(since, operator, other))
    return { blame: filter, why: `${text}: ${[momentText(left), momentText(right)].join(', and ')}` };
  return comparedSides(filter)
    .map(({ side, operator: compared, other }) => overMost(filter, { side, compared, other }, known))
    .find((blame) => blame !== undefined);
};

/** A count of scrapes that so few scrapes never reach. */
const overMost = (
  filter: Filter,
  { side, compared, other }: { side: Expr; compared: Filter['operator']; other: Expr },
  known: Known,
): Blame | undefined => {
  if (side.type !== 'call') return undefined;
  const most = mostCounted(side, known);
  const window = scrapedWindow(side, known);
  const limit = constant(other);
  return most === undefined ||
    window === undefined ||
    limit === undefined ||
    reaches[compared]([0, most], limit)
    ? undefined
    : {
        blame: filter,
        why: `'${inline(filter)}' never holds: of what is scraped every ${duration(known.scrape)} '${inline(side)}' is ${most} at the most${unlessAtStart(window, known)}`,
      };
};
