import type { Binary, Call, Expr } from '#promql/expr/ast.js';
import { fixedLabels } from '#promql/expr/labels.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { aggregated, byCode, quantile } from './aggregation.js';
import { limitCode } from './limit.js';
import { metricCode } from './metric.js';
import { withNumber, withVector } from './operation.js';
import { seriesOfCall, valueOf } from './series.js';
import { type Typed, each } from './typed.js';

const applied: Readonly<Record<string, string>> = {
  abs: 'abs',
  ceil: 'ceil',
  floor: 'floor',
  clamp: 'clamp',
  clamp_min: 'clampMin',
  clamp_max: 'clampMax',
};

const clocks: Readonly<Record<string, string>> = {
  minute: 'minute',
  hour: 'hour',
  day_of_week: 'dayOfWeek',
  day_of_month: 'dayOfMonth',
  days_in_month: 'daysInMonth',
  month: 'month',
  year: 'year',
};

/** Values brought within limits, or rounded. */
const appliedTo = (expr: Call, metrics: Catalogue): Typed | undefined => {
  const [word, [first, ...rest]] = [applied[expr.function], expr.args];
  const found = word && first && typed(first, metrics);
  if (!word || !found) return undefined;
  const of = each(found);
  const limits = rest.map((limit): Code | undefined =>
    limit.type === 'number' ? limitCode(limit.value, of.unit) : undefined,
  );
  const said = limits.flatMap((limit) => limit ?? []);
  return said.length < limits.length ? undefined : { ...of, code: called(word, of.code, ...said) };
};

const nothingOf = ({ function: name, args: [first] }: Call, metrics: Catalogue): Typed | undefined => {
  const selector = first?.type === 'range' ? first.selector : first;
  if (selector?.type !== 'selector' || first === undefined) return undefined;
  const metric = metricCode(selector, metrics);
  if (metric === undefined || !['counter', 'gauge'].includes(metric.info.kind)) return undefined;
  const labels = fixedLabels(first);
  const window = first.type === 'range' ? [verbatim(quoted(first.window))] : [];
  const word = name === 'absent' ? 'absent' : 'absentOverTime';
  return {
    code: called(word, metric.code, ...window, ...byCode(labels)),
    of: 'vector',
    labels,
    unit: 'boolean',
  };
};

const ofCall = (expr: Call, metrics: Catalogue): Typed | undefined => {
  const { function: name, args } = expr;
  if (name === 'histogram_quantile') return quantile(expr, metrics);
  if (name === 'absent' || name === 'absent_over_time') return nothingOf(expr, metrics);
  const clock = clocks[name];
  if (clock !== undefined && args.length === 0)
    return { code: called(clock), of: 'vector', labels: [], unit: 'count' };
  return appliedTo(expr, metrics) ?? seriesOfCall(expr, metrics);
};

const isTime = (expr: Expr): boolean => expr.type === 'call' && expr.function === 'time';

/** `1 - ratio`, `time() - moment`: what stands before a vector without being one. */
const before = ({ operator, left }: Binary, right: Typed): Typed | undefined => {
  if (operator !== '-') return undefined;
  if (left.type === 'number' && left.value === 1 && right.unit === 'ratio')
    return { ...right, code: called('complement', right.code) };
  return isTime(left) && right.unit === 'timestamp'
    ? { ...right, code: called('since', right.code), unit: 'seconds' }
    : undefined;
};

/** `… or vector(0)`. */
const isNone = (expr: Expr): boolean =>
  expr.type === 'call' &&
  expr.function === 'vector' &&
  expr.args[0]?.type === 'number' &&
  expr.args[0].value === 0;

const ofBinary = (expr: Binary, metrics: Catalogue): Typed | undefined => {
  const [left, right] = [typed(expr.left, metrics), typed(expr.right, metrics)];
  if (left === undefined) return right && before(expr, each(right));
  if (expr.right.type === 'number') return withNumber(expr, each(left), expr.right.value);
  // of two sides as scraped only Prometheus knows which series find each other
  if (left.of !== 'vector') return undefined;
  if (expr.operator === 'or' && left.labels.length === 0 && isNone(expr.right))
    return { ...left, code: called('orZero', left.code) };
  return right?.of === 'vector' ? withVector(expr, left, right) : undefined;
};

/** An expression in typed words that print the same; nothing where there are none for it. */
export const typed = (expr: Expr, metrics: Catalogue): Typed | undefined => {
  switch (expr.type) {
    case 'selector':
      return valueOf(expr, metrics);
    case 'call':
      return ofCall(expr, metrics);
    case 'aggregation': {
      const of = typed(expr.expr, metrics);
      return of && aggregated(expr, of);
    }
    case 'binary':
      return ofBinary(expr, metrics);
    default:
      return undefined;
  }
};
