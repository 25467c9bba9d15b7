import { type Reason, refusal, refuse } from '#ground/fault.js';
import { type Binary, type Expr, number } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { Limit } from '#promql/unit/limit.js';
import { type AnyMatching, matchingOf, sameLabels } from './matching.js';
import { matchingFaults } from './matching-fault.js';
import type { AnyVector } from './vector.js';

/** What may stand on the right: a vector, a number with a unit, or a plain number. */
export type RightSide = AnyVector | Limit | number;

const isVector = (side: RightSide): side is AnyVector => typeof side === 'object' && 'expr' in side;

const expression = (side: RightSide): Expr => {
  if (isVector(side)) return side.expr;
  return number(typeof side === 'number' ? side : side.value);
};

const told = (labels: readonly string[]): string => [...labels].sort().join(', ') || 'none';

/** What the compiler refuses, where types were put aside: series as scraped, and sides of different labels. */
const joinFault = (left: AnyVector, right: RightSide, matching?: AnyMatching): Reason | undefined => {
  const sides = isVector(right) ? [left, right] : [left];
  const scraped = sides.find(({ labels }) => !Array.isArray(labels));
  if (scraped)
    return {
      code: 'not-aggregated',
      why: `${inline(scraped.expr)} is as scraped: aggregate first, as sum(…, { by: […] }) does`,
    };
  if (matching) return undefined;
  const [a, b = a] = sides.map(({ labels }) => told(labels));
  return a === b
    ? undefined
    : { code: 'labels-never-match', why: `the labels are (${a}) and (${b}): ${sameLabels}` };
};

/**
 * A vector, as the compiler asks for one.
 *
 * @throws Error on series as scraped.
 */
export const ofVector = <V extends AnyVector>(where: string, vector: V): V => {
  if (!Array.isArray(vector.labels))
    throw refusal(where, {
      what: '',
      code: 'not-aggregated',
      why: `${inline(vector.expr)} is as scraped`,
      cure: 'aggregate first, as sum(…, { by: […] }) does',
    });
  return vector;
};

/**
 * `left operator right`, and the labels that its series keep.
 *
 * @throws Error on series as scraped, and on sides of different labels without a word on how they join.
 */
export const operation = (
  left: AnyVector,
  operator: Binary['operator'],
  right: RightSide,
  matching?: AnyMatching,
): { readonly expr: Binary; readonly labels: readonly string[] } => {
  const fault = joinFault(left, right, matching);
  if (fault !== undefined) throw refusal(`… ${operator} …`, { what: '', ...fault, cure: '' });
  if (matching && isVector(right))
    refuse(`… ${operator} …`, matchingFaults(operator, left.labels, right.labels, matching));
  const many = matching?.side === 'right' && isVector(right) ? right : left;
  return {
    expr: { type: 'binary', operator, left: left.expr, right: expression(right), ...matchingOf(matching) },
    labels: [...new Set([...many.labels, ...(matching?.include ?? [])])],
  };
};
