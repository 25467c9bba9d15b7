import { type Call, type Expr } from '#promql/expr/ast.js';
import { type Bounds, boundsOf } from '#promql/expr/bounds.js';
import { minus, plus } from '#promql/expr/bounds-arithmetic.js';
import { filteredSide, isFilter } from '#promql/expr/comparison.js';
import { isScalar } from '#promql/expr/scalar.js';
import { offsetSeconds } from '#promql/expr/when.js';

/** Functions and aggregations that leave a moment as it is. */
const keeps = /^(vector|scalar|label_replace|label_join|sort|sort_desc|max|min|topk|bottomk)$/;

/** How much later than the evaluation a moment is that an expression reads, in seconds; nothing of what is no moment of its own. */
export const sinceNow = (expr: Expr): Bounds | undefined => {
  switch (expr.type) {
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return keeps.test(expr.operator) ? sinceNow(expr.expr) : undefined;
    case 'binary': {
      const { operator, left, right } = expr;
      if (isFilter(expr)) return sinceNow(filteredSide(expr));
      if (operator === 'and' || operator === 'unless') return sinceNow(left);
      if (operator === '+') return shifted(left, right, plus) ?? shifted(right, left, plus);
      return operator === '-' ? shifted(left, right, minus) : undefined;
    }
    default:
      return undefined;
  }
};

const shifted = (moment: Expr, by: Expr, shift: (a: Bounds, b: Bounds) => Bounds): Bounds | undefined => {
  const since = sinceNow(moment);
  return since && isScalar(by) && sinceNow(by) === undefined ? shift(since, boundsOf(by)) : undefined;
};

/** A sample is no younger than the moment at which it is read; what is computed has no other moment than that. */
const ofCall = ({ function: name, args: [first] }: Call): Bounds | undefined => {
  if (name === 'time') return [0, 0];
  if (name !== 'timestamp') return first && keeps.test(name) ? sinceNow(first) : undefined;
  if (first?.type !== 'selector') return [0, 0];
  if (first.at !== undefined) return undefined;
  return [-Infinity, first.offset === undefined ? 0 : -offsetSeconds(first.offset)];
};
