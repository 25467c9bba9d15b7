import type { ComparisonOperator } from '#promql/expr/ast.js';
import type { Limit } from '#promql/unit/limit.js';

/** The values nearest to a limit on either side: at one the alert fires, at the other it does not. */
export interface Boundary {
  readonly over: number;
  readonly under: number;
}

/** How far a share is from its limit: a tenth of a per cent, or less where 0 or 1 is near. */
const shareStep = (value: number): number => Math.min(0.001, value / 3, value < 1 ? (1 - value) / 3 : 0.001);

/** What is counted comes in whole numbers. */
const nextWhole = (value: number, operator: ComparisonOperator): Boundary => {
  switch (operator) {
    case '>':
      return { over: Math.floor(value) + 1, under: Math.floor(value) };
    case '>=':
      return { over: Math.ceil(value), under: Math.ceil(value) - 1 };
    case '<':
      return { over: Math.ceil(value) - 1, under: Math.ceil(value) };
    case '<=':
      return { over: Math.floor(value), under: Math.floor(value) + 1 };
    case '==':
      return { over: value, under: value === 1 ? 0 : value + 1 };
    case '!=':
      return { over: value + 1, under: value };
  }
};

/** Whether an alert fires on what is greater than its limit. */
export const isUpward = (operator: ComparisonOperator): boolean => operator.startsWith('>');

/** The boundary of a limit of this unit. */
export const boundaryOf = ({ value, unit }: Limit, operator: ComparisonOperator): Boundary => {
  if (unit === 'count' || unit === 'boolean' || operator === '==' || operator === '!=')
    return nextWhole(value, operator);
  const step = unit === 'ratio' ? shareStep(value) : value * 0.002;
  const [more, less] = [value + step, value - step];
  return isUpward(operator) ? { over: more, under: less } : { over: less, under: more };
};

/** A value far over a limit. */
export const farOver = ({ value, unit }: Limit, operator: ComparisonOperator): number => {
  if (operator === '==') return value;
  if (!isUpward(operator)) return 0;
  return unit === 'ratio' ? 1 : Math.max(10 * value, 10);
};
