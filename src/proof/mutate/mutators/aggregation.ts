import type { Mutator } from './edit.js';

const operators = ['sum', 'max', 'min', 'avg', 'count'];

/** Series added up instead of the greatest taken, and so on. */
export const aggregation: Mutator = ({ expr }) => {
  if (expr.type !== 'aggregation' || !operators.includes(expr.operator)) return [];
  return operators
    .filter((operator) => operator !== expr.operator)
    .map((operator) => ({
      kind: 'aggregation',
      before: expr.operator,
      after: operator,
      by: { ...expr, operator },
    }));
};
