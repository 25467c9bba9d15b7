import { byKey } from '#ground/by-key.js';
import type { Kind, MetricInfo } from '#promql/expr/ast.js';
import { anyOf } from '#promql/metric/any.js';
import { targetLabels } from '#promql/metric/label.js';
import { unitOfName } from '#promql/unit/unit.js';
import type { Use } from './uses.js';

const counting = /^(rate|irate|increase|resets)$/;
const gauging =
  /^(delta|idelta|deriv|predict_linear|holt_winters|double_exponential_smoothing|quantile_over_time|min_over_time|max_over_time|avg_over_time|stddev_over_time)$/;
const ofHistograms = /^histogram_(quantile|quantiles|fraction|count|sum|avg|stddev|stdvar)$/;
const part = /_(bucket|sum|count)$/;

/** The kind that a name tells, by the conventions of Prometheus and OpenMetrics. */
const kindOfName = (name: string): Kind => (/_(total|bucket|count|sum)$/.test(name) ? 'counter' : 'gauge');

const isNative = (name: string, uses: readonly Use[]): boolean =>
  !name.endsWith('_bucket') && uses.some(({ through }) => through.some((each) => ofHistograms.test(each)));

/** What is counted has a rate; what has a slope goes up and down. Of what is read both ways its name tells. */
const kindOf = (name: string, uses: readonly Use[]): Kind => {
  if (isNative(name, uses)) return 'histogram';
  const isRead = (as: RegExp): boolean => uses.some(({ through }) => as.test(through[0] ?? ''));
  const [isCounted, isGauged] = [isRead(counting), isRead(gauging)];
  return isCounted === isGauged ? kindOfName(name) : isCounted ? 'counter' : 'gauge';
};

const familyOf = (name: string, kind: Kind, names: ReadonlySet<string>): string | undefined => {
  const stem = name.replace(part, '');
  const others = ['_bucket', '_sum', '_count'].filter((suffix) => names.has(stem + suffix));
  return kind === 'counter' && stem !== name && (name.endsWith('_bucket') || others.length > 1)
    ? stem
    : undefined;
};

/**
 * What is known of metrics of which nobody has told anything, by their names and by how they are read: kinds, labels, which are parts of one
 * histogram or summary. By name; what is not read of it is nothing.
 */
export const metricsTold = (uses: readonly Use[]): ReadonlyMap<string, MetricInfo> => {
  const byName = byKey(uses, ({ metric }) => metric);
  const names = new Set(byName.keys());
  return new Map([...byName].map(([name, its]) => [name, told(name, its, names)]));
};

const told = (name: string, uses: readonly Use[], names: ReadonlySet<string>): MetricInfo => {
  const kind = kindOf(name, uses);
  const family = familyOf(name, kind, names);
  const own = [
    ...new Set([...uses.flatMap(({ labels }) => labels), ...(name.endsWith('_bucket') ? ['le'] : [])]),
  ];
  return {
    name,
    kind,
    help: '',
    unit: unitOfName(name),
    labels: [...new Set([...targetLabels, ...own])],
    ownLabels: own.filter((label) => !targetLabels.some((each) => each === label)),
    values: {},
    ...(kind === 'histogram' && { stored: 'native' }),
    ...(family !== undefined && { family }),
  };
};

/** The same of a metric that nobody reads. */
export const unread = (name: string): MetricInfo => told(name, [], new Set());
/** The same of series of which only labels are given: any of these metrics. */
export const anyTold = (metrics: ReadonlyMap<string, MetricInfo>): MetricInfo => {
  const any = anyOf([...metrics.values()]);
  return { ...any, values: {} };
};
