import { type Expr, isComparison, isSetOperator } from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';

/**
 * A matcher that lets more series pass, which then find no partner: the other side of an operator asks the same of the same
 * label, and the two sides find each other by it.
 */
export const askedByTheOtherSide = ({ expr, around }: Place, { by, kind }: Edit): string | undefined => {
  if (expr.type !== 'selector' || by.type !== 'selector') return undefined;
  const asked = expr.matchers.find((each) => !by.matchers.includes(each));
  if (!asked || (kind !== 'matcher' && !(kind === 'alternative' && asked.operator === '!~')))
    return undefined;
  for (let i = around.length - 1; i >= 0; i -= 1) {
    const step = around[i];
    if (!step || !keepsApart(step, asked.label)) return undefined;
    const other = partner(step);
    if (other && constrains(other, asked))
      return `series meet by ${asked.label}, of which the other side asks the same`;
  }
  return undefined;
};

/** The side without whose series those of this side come to nothing. */
const partner = ({ expr, child }: Around): Expr | undefined => {
  if (expr.type !== 'binary' || isScalar(expr.left) || isScalar(expr.right)) return undefined;
  if (expr.operator === 'or' || (expr.operator === 'unless' && child === 0)) return undefined;
  return child === 0 ? expr.right : expr.left;
};

const forgets = /^(absent|absent_over_time|scalar|vector|label_replace|label_join)$/;

/** Whether series of different values of a label stay different series, that do not touch each other. */
const keepsApart = ({ expr, child }: Around, label: string): boolean => {
  switch (expr.type) {
    case 'call':
      return !forgets.test(expr.function) && !(expr.function === 'histogram_quantile' && label === 'le');
    case 'aggregation':
      return keeps(expr, label);
    case 'binary': {
      const { operator, matching } = expr;
      if (!matching || isScalar(expr.left) || isScalar(expr.right)) return true;
      // Each of many, or of those that a set keeps or not, looks for a partner by itself, and stays what it is.
      if (child === 0 && (matching.group?.side === 'left' || (isSetOperator(operator) && operator !== 'or')))
        return true;
      // Sides that meet by some labels only may meet twice, which only sets allow.
      return matching.type === 'on' && matching.labels.includes(label) && isSetOperator(operator);
    }
    default:
      return true;
  }
};

const adding = ['sum', 'max', 'min', 'avg', 'count', 'group', 'stddev', 'stdvar', 'quantile'];
const keeps = (expr: Extract<Expr, { type: 'aggregation' }>, label: string): boolean =>
  adding.includes(expr.operator) &&
  (expr.grouping?.type === 'by') === (expr.grouping?.labels.includes(label) ?? false) &&
  expr.grouping !== undefined;

/** Whether each series of an expression carries a label of which a matcher is true. */
const constrains = (expr: Expr, asked: LabelMatcher): boolean => {
  switch (expr.type) {
    case 'number':
    case 'string':
      return false;
    case 'selector':
      return expr.matchers.some(
        ({ label, operator, value }) =>
          label === asked.label && operator === asked.operator && value === asked.value,
      );
    case 'range':
      return constrains(expr.selector, asked);
    case 'subquery':
    case 'negation':
      return constrains(expr.expr, asked);
    case 'call':
      return keepsApart({ expr, child: 0 }, asked.label) && expr.args.some((arg) => constrains(arg, asked));
    case 'aggregation':
      return keeps(expr, asked.label) && constrains(expr.expr, asked);
    case 'binary': {
      const { operator, left, right, matching } = expr;
      if (isScalar(left)) return constrains(right, asked);
      if (isScalar(right) || isComparison(operator) || operator === 'unless' || matching)
        return matching?.group ? false : constrains(left, asked);
      if (operator === 'or') return constrains(left, asked) && constrains(right, asked);
      return constrains(left, asked) || constrains(right, asked);
    }
  }
};
