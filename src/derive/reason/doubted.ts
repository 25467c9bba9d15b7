import { type Binary, type Call, type Expr, type MetricInfo, call, number } from '#promql/expr/ast.js';
import { type Bounds, boundsOf } from '#promql/expr/bounds.js';
import { minus } from '#promql/expr/bounds-arithmetic.js';
import { withChildren } from '#promql/expr/child.js';
import { isScalar } from '#promql/expr/scalar.js';
import { ranged } from './named-range.js';
import { isOfItself } from './of-itself.js';
import { sinceNow } from './since.js';

/** Names that say that a metric counts, which nothing below 0 does: https://prometheus.io/docs/specs/om/open_metrics_spec/#counter. */
const counts = /_(total|count|bucket)$/;
const growing = /^(i?rate|increase)$/;

/**
 * An expression over metrics of which only the names are known: kinds, ranges and edges that were read out of names are guesses. A
 * counter is taken for one only where it is also read as one, by `rate` and the like. What is sure of the values of an operation
 * stands around it, as `clamp`.
 */
export const doubted = (expr: Expr, isCounted = false): Expr => {
  switch (expr.type) {
    case 'selector':
      return { ...expr, metric: bare(expr.metric, isCounted && counts.test(expr.metric.name)) };
    case 'call':
      return ofCall(expr);
    case 'binary':
      return withinSure(withChildren(expr, (each) => doubted(each, isCounted)));
    default:
      return withChildren(expr, (each) => doubted(each, isCounted));
  }
};

/**
 * The same, but believing what is known of metrics, though it may be guessed: also what their names say of their values.
 *
 * @param recorded The names that rules record, which say nothing.
 */
export const believed = (expr: Expr, recorded: ReadonlySet<string>): Expr =>
  expr.type === 'selector' && !recorded.has(expr.metric.name)
    ? ranged(expr)
    : withinSure(withChildren(expr, (each) => believed(each, recorded)));

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

const withinSure = (expr: Expr): Expr => {
  const bounds = expr.type === 'binary' ? sureOf(expr) : undefined;
  return bounds ? call('clamp', expr, ...bounds.map(number)) : expr;
};

/** What is sure of the values of an operation on series with themselves, and of moments with moments. */
const sureOf = ({ operator, left, right, matching }: Binary): Bounds | undefined => {
  if (operator === '/' && isOfItself(left, right, matching)) return [1, 1];
  if (operator === '-' && isOfItself(left, right, matching)) return [0, 0];
  if (operator === '*' && left.type === 'binary' && left.operator === '/' && isScalar(left.left)) {
    const [least] = boundsOf(left.left);
    // What arithmetic loses on the way there and back is far less.
    return least > 0 && isOfItself(left.right, right, matching) ? [least * (1 - 1e-9), Infinity] : undefined;
  }
  if (operator !== '-') return undefined;
  const [a, b] = [sinceNow(left), sinceNow(right)];
  return a && b && minus(a, b);
};
