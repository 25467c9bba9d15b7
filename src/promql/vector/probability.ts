import { refusal } from '#ground/fault.js';
import { type NumberLiteral, number } from '#promql/expr/ast.js';

/**
 * Which quantile is meant, as PromQL's φ.
 *
 * @throws Error on what lies outside 0 and 1, where Prometheus answers with an infinity.
 */
export const probability = (quantile: number, where: string): NumberLiteral => {
  if (!(typeof quantile === 'number' && quantile >= 0 && quantile <= 1))
    throw refusal(where, {
      what: `${quantile}`,
      code: 'bad-quantile',
      why: 'a quantile is between 0 and 1',
      cure: 'write e.g. 0.95 for the 95th percentile',
    });
  return number(quantile);
};
