import { type Binary, type VectorMatching, isComparison, isSetOperator } from '#promql/expr/ast.js';
import { unitOfOperation } from '#promql/unit/arithmetic.js';
import { type Code, called, method, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { limitCode, numberText } from './limit.js';
import { type Typed, sameLabels } from './typed.js';

const names = (labels: readonly string[]): readonly Code[] => labels.map((label) => verbatim(quoted(label)));

export const matchingCode = ({ type, labels, group }: VectorMatching): Code => {
  const alone = called(type, ...names(labels));
  return group === undefined
    ? alone
    : method(alone, group.side === 'left' ? 'groupLeft' : 'groupRight', ...names(group.include));
};

const arithmetic: Readonly<Record<string, string>> = {
  '/': 'divide',
  '*': 'multiply',
  '+': 'add',
  '-': 'subtract',
  '%': 'modulo',
  '^': 'power',
};

/** The labels of what two sides make; nothing where the types would not let them be joined so. */
const joinedLabels = (
  { operator, matching }: Binary,
  left: Typed,
  right: Typed,
): readonly string[] | undefined => {
  if (matching === undefined) return sameLabels(left.labels, right.labels) ? left.labels : undefined;
  if (isSetOperator(operator)) return operator === 'or' ? undefined : left.labels;
  const { group } = matching;
  if (group === undefined) return undefined;
  return [...new Set([...(group.side === 'left' ? left : right).labels, ...group.include])];
};

const made = (left: Typed, code: Code, labels: readonly string[], unit = left.unit): Typed => ({
  code,
  of: left.of,
  labels,
  unit,
});

/** An operation on a vector and a number: a limit of the same unit where it is compared, added or taken away. */
export const withNumber = (expr: Binary, left: Typed, value: number): Typed | undefined => {
  const { operator } = expr;
  const limit = limitCode(value, left.unit);
  if (isComparison(operator))
    return limit === undefined
      ? undefined
      : made(
          left,
          called(expr.bool ? 'compareBool' : 'compare', left.code, verbatim(quoted(operator)), limit),
          left.labels,
          expr.bool ? 'boolean' : left.unit,
        );
  const word = arithmetic[operator];
  const isAdding = operator === '+' || operator === '-';
  const right = isAdding ? limit : verbatim(numberText(value));
  return word === undefined || right === undefined || !Number.isFinite(value)
    ? undefined
    : made(left, called(word, left.code, right), left.labels);
};

/** An operation on two vectors. */
export const withVector = (expr: Binary, left: Typed, right: Typed): Typed | undefined => {
  const { operator, matching } = expr;
  const labels = joinedLabels(expr, left, right);
  if (labels === undefined) return undefined;
  const how = matching === undefined ? [] : [matchingCode(matching)];
  if (isSetOperator(operator))
    return operator === 'or' && left.unit !== right.unit
      ? undefined
      : made(left, called(operator, left.code, right.code, ...how), labels);
  if (isComparison(operator))
    return left.unit === right.unit
      ? made(
          left,
          called(
            expr.bool ? 'compareBool' : 'compare',
            left.code,
            verbatim(quoted(operator)),
            right.code,
            ...how,
          ),
          labels,
          expr.bool ? 'boolean' : left.unit,
        )
      : undefined;
  const [word, unit] = [arithmetic[operator], unitOfOperation(left.unit, operator, right.unit)];
  return word === undefined || unit === undefined || operator === '%' || operator === '^'
    ? undefined
    : made(left, called(word, left.code, right.code, ...how), labels, unit);
};
