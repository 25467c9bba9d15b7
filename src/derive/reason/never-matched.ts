import { type Binary, type Expr, walk } from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';
import { type LabelValues, isMatched, labelValues } from './label-values.js';

/** The labels that an expression says anything of. */
const mentioned = (expr: Expr): readonly string[] =>
  [...walk(expr)].flatMap((each): readonly string[] => {
    switch (each.type) {
      case 'selector':
        return each.matchers.map(({ label }) => label);
      case 'aggregation':
        return each.grouping?.labels ?? [];
      case 'call':
        return each.args.flatMap((arg) => (arg.type === 'string' ? [arg.value] : []));
      case 'binary':
        return [...(each.matching?.labels ?? []), ...(each.matching?.group?.include ?? [])];
      default:
        return [];
    }
  });

const areDisjoint = (one: LabelValues, other: LabelValues): boolean =>
  isNoneOf(one, other) || isNoneOf(other, one);
const isNoneOf = ({ list = [] }: LabelValues, { admits }: LabelValues): boolean =>
  list.length > 0 && !list.some(admits);

/** A label, and what it is on one side. */
export interface Unmatched {
  readonly label: string;
  readonly left: LabelValues;
  readonly right: LabelValues;
}

/** A label by which the series of two sides are matched, and of which they never have the same value. */
export const neverMatched = (expr: Binary): Unmatched | undefined => {
  const { left, right, matching } = expr;
  if (isScalar(left) || isScalar(right)) return undefined;
  return [...new Set([expr, left, right].flatMap(mentioned))]
    .filter((label) => label !== '__name__' && isMatched(matching, label))
    .map((label) => ({ label, left: labelValues(left, label), right: labelValues(right, label) }))
    .find(({ left: one, right: other }) => areDisjoint(one, other));
};
