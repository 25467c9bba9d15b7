import { type Binary, type Expr, isComparison, isSetOperator } from '../expr/ast.js';
import { unitOfOperation } from '../unit/arithmetic.js';
import type { Unit } from '../unit/unit.js';

/** What stands in a joint's text for a part that is put in. */
export interface Operand {
  readonly expr: Expr;
  /** A plain number has none: it takes that of the other side. */
  readonly unit?: Unit;
}
/** What stands in a joint's text, by its placeholder. */
export type Operands = ReadonlyMap<string, Operand>;

type JointUnit = Unit | 'plain';

/** The unit of operators between operands, `plain` for plain numbers alone, `undefined` where the operation means nothing. */
export const unitOfJoint = (expr: Expr, operands: Operands): JointUnit | undefined => {
  if (expr.type === 'selector') return operands.get(expr.metric.name)?.unit ?? 'plain';
  if (expr.type === 'negation') return unitOfJoint(expr.expr, operands);
  if (expr.type !== 'binary') return 'plain';
  const [left, right] = [unitOfJoint(expr.left, operands), unitOfJoint(expr.right, operands)];
  if (left === undefined || right === undefined) return undefined;
  const unit = combined(expr, left, right);
  return unit !== undefined && expr.bool && isComparison(expr.operator) ? 'boolean' : unit;
};

const combined = ({ operator }: Binary, left: JointUnit, right: JointUnit): JointUnit | undefined => {
  if (left === 'plain' && right === 'plain') return 'plain';
  if (operator === '^') return right === 'plain' && (left === 'ratio' || left === 'count') ? left : undefined;
  // A number filters nothing, and a number divided by bytes is no number of bytes.
  if (left === 'plain') {
    if (isSetOperator(operator) || right === 'plain') return undefined;
    return operator === '/' ? unitOfOperation('ratio', '/', right) : right;
  }
  if (right === 'plain') return isSetOperator(operator) ? undefined : left;
  return unitOfOperation(left, operator, right);
};
