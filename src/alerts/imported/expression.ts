import { type Binary, type Expr, number } from '#promql/expr/ast.js';
import { type Matched, sideOf } from '#promql/vector/matched.js';
import { matchingOf } from '#promql/vector/matching.js';
import type { AnyVector } from '#promql/vector/vector.js';
import type { AnyCondition, ImportedSpec } from './spec.js';

/** The expression of an alert as it was written elsewhere: nothing is added to it, and nobody asks whether its sides ever match. */
export const expressionOf = ({
  when,
  given = [],
  except = [],
}: Pick<ImportedSpec, 'when' | 'given' | 'except'>): Expr =>
  beside('unless', except, beside('and', given, crossing(when)));

const crossing = ({ signal, operator, limit }: AnyCondition): Expr =>
  operator === undefined || limit === undefined
    ? signal.expr
    : { type: 'binary', operator, left: signal.expr, right: number(limit.value) };

const beside = (
  operator: Binary['operator'],
  others: readonly (AnyVector | Matched<string>)[],
  first: Expr,
): Expr =>
  others.map(sideOf).reduce<Expr>(
    (left, { vector, matching }) => ({
      type: 'binary',
      operator,
      left,
      right: vector.expr,
      ...matchingOf(matching),
    }),
    first,
  );
