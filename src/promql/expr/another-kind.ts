import { type Call, type Expr, type Selector, selectors } from './ast.js';
import { inline } from './inline.js';

const ofCounters = ['rate', 'irate', 'increase'];
const ofGauges = ['delta', 'idelta', 'deriv', 'predict_linear', 'double_exponential_smoothing'];

/** Functions that take a fall for a restart, and functions that take a restart for a fall. */
export const ofAnotherKind = (expr: Call): readonly string[] => {
  const {
    function: name,
    args: [range],
  } = expr;
  const read = range?.type === 'range' ? range.selector : range?.type === 'subquery' ? range.expr : undefined;
  if (read === undefined) return [];
  const [selector] = measured(read);
  if (!selector || selector.metric.recorded || selector.metric.name === '') return [];
  const { name: metric, kind } = selector.metric;
  if (ofCounters.includes(name) && kind === 'gauge')
    return [`${name} of ${metric}, a gauge: it takes each fall for a restart; write delta or deriv`];
  if (ofGauges.includes(name) && kind === 'counter')
    return [`${name} of ${metric}, a counter: it takes a restart for a fall; write increase or rate`];
  return ofCounters.includes(name) && kind === 'counter' && addsUp(read)
    ? [
        `'${inline(expr)}' takes the restart of one for a restart of all, since only their sum falls; sum up afterwards: sum(${name}(…))`,
      ]
    : [];
};

const addsUp = (expr: Expr): boolean =>
  expr.type === 'aggregation' && /^(sum|avg)$/.test(expr.operator) && selectors(expr).length === 1;

/** The selector whose values an expression has still, aggregated or over a window; nothing where they are reckoned with. */
const measured = (expr: Expr): readonly Selector[] => {
  switch (expr.type) {
    case 'selector':
      return [expr];
    case 'range':
      return [expr.selector];
    case 'subquery':
      return measured(expr.expr);
    case 'aggregation':
      return /^(sum|avg|min|max)$/.test(expr.operator) ? measured(expr.expr) : [];
    case 'call':
      return /^(avg|min|max|last)_over_time$/.test(expr.function) ? expr.args.flatMap(measured) : [];
    default:
      return [];
  }
};
