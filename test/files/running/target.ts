import type { AlertRule } from '../../../alerts/rule/alert.js';
import type { Behaviour } from '../../../alerts/rule/behaviour.js';
import { type Application, alertsOf, scrapesOf } from '../../../application/application.js';
import { type Scrape } from '../../../application/scrape.js';
import { targetsOf as labelsOf } from '../../../application/target.js';
import type { AnyMetric, MetricInfo } from '../../../promql/metric/metric.js';
import { storedAs } from '../../../promql/metric/parts.js';
import type { Series } from './exposition.js';

/** One of an application's own servers or exporters, with what it exports. */
export interface Target {
  /** Where it answers: `fastapi:8000/metrics`. */
  readonly address: string;
  readonly metrics: readonly AnyMetric[];
  readonly series: readonly Series[];
}

/**
 * The targets of an application. What its alerts read behaves as their proofs say: as before the fault of the first case in
 * which each must fire, and in the cases of the alerts that are to break as during it, once things are broken. Of every other
 * metric that is declared there is a series which tells nothing.
 */
export const targetsOf = (application: Application, breaking: readonly AlertRule[]): readonly Target[] => {
  // What breaks comes first: where several alerts read a series, it is theirs.
  const rules = [...breaking, ...alertsOf(application).filter((rule) => !breaking.includes(rule))];
  const proven = rules.flatMap((rule) =>
    (rule.fires[0]?.series ?? []).map((behaviour) => ({ ...behaviour, breaks: breaking.includes(rule) })),
  );
  return scrapesOf(application).flatMap((scrape) => {
    const metrics = scrape.metrics.flatMap((catalog) => Object.values(catalog));
    const series = metrics.flatMap(storedAs).flatMap((info) => {
      const read = proven.filter((each) => each.metric.name === info.name && isOf(scrape, each));
      return read.length > 0 ? distinct(read.map((each) => ({ ...each, labels: own(each) }))) : idle(info);
    });
    return scrape.services.map(({ name, ports }) => ({
      address: `${name}:${ports[scrape.port]?.targetPort}${scrape.path}`,
      metrics,
      series,
    }));
  });
};

/** Whether a series may be one of a target of this scrape: no label says otherwise. */
const isOf = (scrape: Scrape, { labels, metric }: Behaviour): boolean =>
  labelsOf(scrape).some((target) =>
    Object.entries(labels).every(
      ([label, value]) => metric.ownLabels.includes(label) || (target[label] ?? value) === value,
    ),
  );

/** The labels that the target sets itself; Prometheus adds the others. */
const own = ({ labels, metric }: Behaviour): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([label]) => metric.ownLabels.includes(label)));

/** Of several series with the same labels the first. */
const distinct = (series: readonly Series[]): readonly Series[] => {
  const keys = series.map(({ labels }) => JSON.stringify(Object.entries(labels).sort()));
  return series.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
};

/** What a metric shows that no alert reads: counters grow by 1 a second, gauges are 1 where they may be. */
const idle = (metric: MetricInfo): readonly Series[] => {
  const { kind, ownLabels, values, buckets, range: [least, greatest] = [-Infinity, Infinity] } = metric;
  const labels = Object.fromEntries(ownLabels.map((label) => [label, values[label]?.[0] ?? 'any']));
  const course =
    kind === 'counter'
      ? ({ type: 'counter', perSecond: 1, events: [] } as const)
      : ({ type: 'gauge', value: Math.min(Math.max(1, least), greatest) } as const);
  const series = { metric, course, breaks: false };
  if (ownLabels.includes('quantile')) return [{ ...series, labels: { ...labels, quantile: '0.5' } }];
  if (!ownLabels.includes('le')) return [{ ...series, labels }];
  return [...(buckets ?? []), '+Inf'].map((le) => ({ ...series, labels: { ...labels, le: String(le) } }));
};
