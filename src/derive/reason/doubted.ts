import { type Call, type Expr, type MetricInfo } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';

/** Names that say that a metric counts, which nothing below 0 does: https://prometheus.io/docs/specs/om/open_metrics_spec/#counter. */
const counts = /_(total|count|bucket)$/;
const growing = /^(i?rate|increase)$/;

/**
 * An expression over metrics of which only the names are known: kinds, ranges and edges that were read out of names are guesses. A
 * counter is taken for one only where it is also read as one, by `rate` and the like.
 */
export const doubted = (expr: Expr, isCounted = false): Expr => {
  switch (expr.type) {
    case 'selector':
      return { ...expr, metric: bare(expr.metric, isCounted && counts.test(expr.metric.name)) };
    case 'range': {
      const { metric } = expr.selector;
      return {
        ...expr,
        selector: { ...expr.selector, metric: bare(metric, isCounted && counts.test(metric.name)) },
      };
    }
    case 'subquery':
    case 'negation':
      return { ...expr, expr: doubted(expr.expr, isCounted) };
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return {
        ...expr,
        expr: doubted(expr.expr, isCounted),
        ...(expr.parameter && { parameter: doubted(expr.parameter) }),
      };
    case 'binary':
      return { ...expr, left: doubted(expr.left, isCounted), right: doubted(expr.right, isCounted) };
    default:
      return expr;
  }
};

/** The rate of what may be negative may be so too, as a difference may. */
const ofCall = (expr: Call): Expr => {
  const isGrowing = growing.test(expr.function);
  const made = { ...expr, args: expr.args.map((arg) => doubted(arg, isGrowing)) };
  const [first] = made.args;
  return isGrowing && first && boundsOf(first)[0] < 0 ? { ...made, function: 'delta' } : made;
};

const bare = ({ name, labels, ownLabels }: MetricInfo, isCounter: boolean): MetricInfo => ({
  name,
  kind: isCounter ? 'counter' : 'gauge',
  help: '',
  unit: 'count',
  labels,
  ownLabels,
  values: {},
});
