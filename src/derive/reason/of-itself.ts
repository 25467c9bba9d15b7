import { type Expr, type VectorMatching, walk } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { inline } from '#promql/expr/inline.js';
import { isScalar } from '#promql/expr/scalar.js';

/** Functions that make one series of several, or give it other labels. */
const mixes = /^(absent.*|label_.*|histogram_.*|scalar|vector|info)$/;

/** Whether each series of an expression is made of one that is scraped, under its own labels. */
const isOwn = (expr: Expr): boolean =>
  [...walk(expr)].every((each) => {
    switch (each.type) {
      case 'selector':
        return each.metric.name !== '';
      case 'aggregation':
      case 'binary':
        return isScalar(each);
      case 'call':
        return !mixes.test(each.function);
      default:
        return true;
    }
  });

const withoutMatchers = (expr: Expr): Expr =>
  expr.type === 'selector' ? { ...expr, matchers: [] } : withChildren(expr, withoutMatchers);

/** Whether series are matched by all of their labels, so that each finds only itself. */
const isByAll = (matching: VectorMatching | undefined): boolean =>
  !matching || (matching.type === 'ignoring' && matching.labels.length === 0);

/** Whether the series of two sides that find each other are the same: `rate(x{code="500"}[5m])` and `rate(x[5m])`. */
export const isOfItself = (left: Expr, right: Expr, matching: VectorMatching | undefined): boolean =>
  !isScalar(left) &&
  isByAll(matching) &&
  isOwn(left) &&
  isOwn(right) &&
  inline(withoutMatchers(left)) === inline(withoutMatchers(right));
