import { alert } from '#alerts/rule/alert.js';
import type { Duration } from '#ground/duration.js';
import { Refusal } from '#ground/fault.js';
import { keyed } from '#ground/keyed.js';
import { type Expr, isComparison } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { labelsOf } from '#promql/expr/labels.js';
import { parse } from '#promql/expr/parse.js';
import { anyOf } from '#promql/metric/any.js';
import { type MetricCatalog, catalog, stored } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, unconventional } from '#promql/metric/declare.js';
import { rawPromql } from '#promql/vector/raw.js';

const why = 'As others write them who tell of an expression alone.';
const labels = ['l', 's', 'host', 'device'] as const;
const bare = (name: string) => unconventional.gauge(name, { help: name, labels, unit: 'count', why });
const counted = (name: string) =>
  unconventional.counter(name, { help: name, labels: ['l', 's', 'code'], unit: 'count', why });

/** Metrics under the names that such expressions have: of `a` and `b` nothing is known, of others their kind. */
const metrics = catalog({
  a: bare('a'),
  b: bare('b'),
  c: bare('c'),
  g: bare('g'),
  used: unconventional.gauge('used', { help: 'used', labels, unit: 'bytes', range: [0, Infinity], why }),
  size: unconventional.gauge('size', { help: 'size', labels, unit: 'bytes', range: [0, Infinity], why }),
  up: unconventional.gauge('up', { help: 'up', unit: 'boolean', why }),
  err: counted('err_total'),
  ok: counted('ok_total'),
  req: counted('req_total'),
  sends: counted('shop_sends_total'),
  failed: counted('shop_sends_failed_total'),
  thr: counted('thr_total'),
  per: counted('per_total'),
  dur: histogram('dur_seconds', { help: 'How long it took', labels: ['l'], buckets: [0.1, 1, 5] }),
  last: gauge('last_success_timestamp_seconds', { help: 'When it was last done' }),
  free: gauge('free_bytes', { help: 'Free', labels, range: [0, Infinity] }),
  sent: counter('sent_bytes_total', { help: 'Sent', labels }),
});
const isLimit = (expr: Expr): boolean => expr.type === 'number';
/** The comparison of a condition, and what stands beside it after `and`. */
const conditionOf = (expr: Expr): { readonly compared: Expr; readonly given: readonly Expr[] } => {
  if (expr.type !== 'binary' || expr.operator !== 'and' || expr.matching)
    return { compared: expr, given: [] };
  const { compared, given } = conditionOf(expr.left);
  return { compared, given: [...given, expr.right] };
};

const vector = (expr: Expr, metrics: MetricCatalog) => {
  const carried = labelsOf(expr);
  return rawPromql(inline(expr), {
    labels: carried === 'scraped' ? [] : [...carried],
    unit: 'count',
    metrics: [metrics],
  });
};

const asAlert = (expr: Expr, pending: Duration, metrics: MetricCatalog): string => {
  const { compared, given } = conditionOf(expr);
  const isCondition =
    compared.type === 'binary' && isComparison(compared.operator) && isLimit(compared.right);
  const signal = vector(isCondition ? compared.left : expr, metrics);
  const limit = {
    value: isCondition && compared.right.type === 'number' ? compared.right.value : -1e300,
    unit: 'count',
  } as const;
  const operator = isCondition && isComparison(compared.operator) ? compared.operator : '>';
  const said = () => ({
    summary: 's',
    description: 'd',
    meaning: 'm',
    impact: 'i',
    check: 'c',
    action: 'a',
  });
  const made = alert('Judged', {
    limit,
    for: pending,
    severity: 'warning',
    when: () => ({ signal, operator, limit }),
    given: () => (isCondition ? given.map((each) => vector(each, metrics)) : []),
    says: { ko: said, en: said },
    proof: () => ({
      fires: [{ when: 'it is', series: [], labels: keyed(signal.labels, () => 'x'), value: '1' }],
      quiet: [{ when: 'it is not', series: [] }],
    }),
  });
  return made.hints.map((each) => `told: ${each.why}`).join('\n');
};

/** What is said of an expression over such metrics as the condition of an alert; nothing where it is taken as it is. */
export const judgedBy =
  (metrics: MetricCatalog) =>
  (text: string, pending: Duration = '5m'): string => {
    try {
      const known = stored([metrics]);
      return asAlert(
        parse(text, (name) => (name === '' ? anyOf([...known.values()]) : known.get(name))),
        pending,
        metrics,
      );
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };

export const judged = judgedBy(metrics);

/** What is said of an expression as PromQL in text; nothing where it is read. */
export const read = (text: string): string => {
  try {
    rawPromql(text, { labels: [], unit: 'count', metrics: [metrics] });
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};
