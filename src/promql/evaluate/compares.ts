import type { ComparisonOperator } from '#promql/expr/ast.js';

/** Whether two numbers compare so. */
export const compares = (a: number, operator: ComparisonOperator, b: number): boolean => {
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '>':
      return a > b;
    case '<':
      return a < b;
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
  }
};
