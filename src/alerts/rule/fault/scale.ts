import type { Fault } from '#ground/fault.js';
import { type Binary, type Expr, selectors, walk } from '#promql/expr/ast.js';
import { isFilter } from '#promql/expr/comparison.js';
import { guardedBy } from '#promql/expr/guard.js';
import { print } from '#promql/expr/print.js';
import { isNeverZero } from '#promql/expr/zero.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/** A moment that never came is 0, the beginning of 1970: what has never been done was done too long ago. */
export const neverDoneHints = ({ expr, condition: { signal, operator } }: RuleFacts): readonly Fault[] => {
  const known = guardedBy(expr).map((each) => each.expr);
  return operator?.startsWith('>')
    ? timesSince(signal)
        .filter(({ right }) => !isNeverZero(right, known))
        .map(({ right }) => ({
          where: 'when',
          what: print(signal),
          code: 'never-done',
          why: 'it fires where the moment is 0, as of what has never been done',
          cure: `if that is nothing to tell, keep only moments over 0, with positive(…) around ${print(right)}`,
          isHint: true,
        }))
    : [];
};

/** How long ago, where a signal says so: of what a comparison inside it lets through nothing is told. */
const timesSince = (expr: Expr): readonly Binary[] => {
  if (expr.type === 'aggregation') return timesSince(expr.expr);
  if (expr.type !== 'binary') return [];
  if (isTimeSince(expr)) return [expr];
  return isFilter(expr) || expr.operator === 'or' ? [] : timesSince(expr.left);
};

const isTimeSince = (expr: Binary): boolean =>
  expr.operator === '-' &&
  expr.left.type === 'call' &&
  expr.left.function === 'time' &&
  selectors(expr.right).length > 0 &&
  selectors(expr.right).every(({ metric }) => metric.unit === 'timestamp');

/** A quotient of two of a kind is a share, mostly, of which 5 is 500%: a percentage is written as percent(5), or of 100 times the share. */
export const percentageHints = ({ condition }: RuleFacts): readonly Fault[] => {
  if (condition.limit === undefined) return [];
  const { signal, operator, limit } = condition;
  const side = operator.startsWith('>') ? 'over' : 'under';
  return /^[<>]/.test(operator) && limit.value > 1 && isShare(signal)
    ? [
        {
          where: 'limit',
          what: print(signal),
          code: 'share-over-one',
          why: `a share ${side} ${limit.value} is ${side} ${limit.value * 100}%`,
          cure: `if ${limit.value}% is meant, write percent(${limit.value})`,
          isHint: true,
        },
      ]
    : [];
};

const isShare = (expr: Expr): boolean => {
  if (expr.type === 'aggregation')
    return /^(max|min|avg|topk|bottomk)$/.test(expr.operator) && isShare(expr.expr);
  if (expr.type !== 'binary' || expr.operator !== '/') return false;
  const [part, whole] = [unitsOf(expr.left), unitsOf(expr.right)];
  return (
    part.size === 1 &&
    [...part].join() === [...whole].join() &&
    countsSeries(expr.left) === countsSeries(expr.right) &&
    !isReckoned(expr)
  );
};

/** Of how many series there are no metric says the unit. */
const countsSeries = (expr: Expr): boolean =>
  [...walk(expr)].some((each) => each.type === 'aggregation' && each.operator === 'count');

const unitsOf = (expr: Expr): ReadonlySet<string> =>
  new Set(
    selectors(expr).map(({ metric: { unit, kind, name } }) => `${kind} ${unit} ${name.endsWith('_sum')}`),
  );

/** Two of the same series tell of a change, and what is multiplied is of another kind. */
const isReckoned = ({ left, right }: Binary): boolean =>
  [left, right].some((side) => [...walk(side)].some(isScaled)) || namesOf(left) === namesOf(right);
const isScaled = (expr: Expr): boolean =>
  expr.type === 'binary'
    ? !isFilter(expr) &&
      (expr.operator === '*' || [expr.left, expr.right].some(({ type }) => type === 'number'))
    : expr.type === 'call' && /^(sqrt|exp|ln|log2|log10|sgn)$/.test(expr.function);
const namesOf = (expr: Expr): string => [...new Set(selectors(expr).map(({ metric }) => metric.name))].join();
