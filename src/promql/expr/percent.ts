import type { Unit } from '#promql/unit/unit.js';
import { type Expr, isComparison } from './ast.js';

/** Why an expression is no ratio though its unit says so; `undefined` where there is no sign of it. */
export const percentFault = (expr: Expr, unit: Unit): string | undefined =>
  unit === 'ratio' && isTimesHundred(expr)
    ? 'a ratio * 100 is no ratio any more, yet it would be shown as one; leave it out: texts and panels write ratios as percentages'
    : undefined;

/** Whether the value of an expression is multiplied by 100 on its way. */
const isTimesHundred = (expr: Expr): boolean => {
  if (expr.type === 'negation' || expr.type === 'aggregation') return isTimesHundred(expr.expr);
  if (expr.type !== 'binary') return false;
  const { operator, left, right } = expr;
  if (operator === '*' && [left, right].some((side) => side.type === 'number' && side.value === 100))
    return true;
  const isOfLeftAlone =
    operator === '/' || operator === 'and' || operator === 'unless' || isComparison(operator);
  return isTimesHundred(left) || (!isOfLeftAlone && isTimesHundred(right));
};
