import { type Expr, type Selector, isSetOperator } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { isNarrower } from '#promql/expr/narrower.js';
import { isScalar } from '#promql/expr/scalar.js';

/** What must be there, and what must not, for an expression to have a series: at the same moment. */
export interface Needs {
  readonly there: readonly Expr[];
  readonly gone: readonly Expr[];
}

const nothing: Needs = { there: [], gone: [] };
const both = (...needs: readonly Needs[]): Needs => ({
  there: needs.flatMap(({ there }) => there),
  gone: needs.flatMap(({ gone }) => gone),
});

/** What must be there and what must not for an expression to have a series. */
export const needs = (expr: Expr): Needs => {
  const here: Needs = { there: [expr], gone: [] };
  switch (expr.type) {
    case 'selector':
      return here;
    case 'negation':
    case 'aggregation':
      return both(here, needs(expr.expr));
    case 'call': {
      const [first] = expr.args;
      if (expr.function === 'absent') return first ? { there: [expr], gone: [first] } : here;
      if (/^(vector|absent_over_time)$/.test(expr.function)) return here;
      const series = expr.args.find((each) => each.type !== 'string' && !isScalar(each));
      return series ? both(here, needs(series)) : here;
    }
    case 'binary': {
      const { operator, left, right } = expr;
      if (operator === 'or') return here;
      if (operator === 'unless') return both(here, needs(left));
      const sides = [left, right].filter((side) => !isScalar(side));
      return isSetOperator(operator) || sides.length > 0 ? both(here, ...sides.map(needs)) : nothing;
    }
    default:
      return nothing;
  }
};

/** Whether where one is there the other is too: the same, or some of its series. */
const implies = (there: Expr, other: Expr): boolean =>
  inline(there) === inline(other) ||
  (there.type === 'selector' && other.type === 'selector' && isPartOf(there, other));
const isPartOf = (part: Selector, whole: Selector): boolean =>
  part.metric.name !== '' && isNarrower(part, whole);

/** What two sides that must both be there ask to be there and to be gone at once. */
export const goneAndThere = (left: Expr, right: Expr): Expr | undefined => {
  const { there, gone } = both(needs(left), needs(right));
  return gone.find((each) => there.some((other) => implies(other, each)));
};
