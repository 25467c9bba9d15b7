import type { AlertRule } from '#alerts/rule/rule.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { type Application, alertsOf, serviceScrapesOf } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import { targetsOf as labelsOf } from '#application/target.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { storedAs } from '#promql/metric/parts.js';
import type { Family, Series } from './exposition.js';

/** One of an application's own servers or exporters, with what it exports. */
export interface Target {
  /** Where it answers: `fastapi:8000/metrics`. */
  readonly address: string;
  readonly families: readonly Family[];
}

/**
 * The targets of an application, with all the metrics that are declared of them. What alerts read behaves as their proofs say:
 * as before the fault, in the first case in which an alert must fire; what the alerts that are `breaking` read, as during it,
 * when things are broken. Of what no alert reads there is one series.
 */
export const targetsOf = (application: Application, breaking: readonly AlertRule[]): readonly Target[] => {
  // What breaks comes first: where several alerts read a series, it is theirs.
  const rules = [...breaking, ...alertsOf(application).filter((rule) => !breaking.includes(rule))];
  const proven = rules.flatMap((rule) =>
    (rule.scenarios().fires[0]?.series ?? []).map((behaviour) => ({
      ...behaviour,
      breaks: breaking.includes(rule),
    })),
  );
  return serviceScrapesOf(application).flatMap((scrape) => {
    const seriesOf = (metric: MetricInfo): readonly Series[] => {
      const read = proven.filter((each) => each.metric.name === metric.name && mayBeOf(scrape, each));
      return read.length > 0 ? distinct(read.map(asExported)) : unread(metric);
    };
    const metrics = scrape.metrics.flatMap((catalog) => Object.values(catalog));
    // Catalogues of several versions may declare one metric: the last of them is the newest.
    const families = [...new Map(metrics.map((metric) => [metric.info.name, metric])).values()].map(
      (metric): Family => ({ ...metric.info, series: storedAs(metric).flatMap(seriesOf) }),
    );
    return scrape.services.map(({ name, ports }) => ({
      address: `${name}:${ports[scrape.port]?.targetPort}${scrape.path}`,
      families,
    }));
  });
};

/** Whether a series may be of a target of this scrape: none of the labels that scraping adds says otherwise. */
const mayBeOf = (scrape: Scrape, { labels, metric }: Behaviour): boolean =>
  labelsOf(scrape).some((target) =>
    Object.entries(labels).every(
      ([label, value]) => metric.ownLabels.includes(label) || (target[label] ?? value) === value,
    ),
  );

/** A series without the labels that scraping adds. */
const asExported = (series: Series): Series => {
  const { labels, metric } = series;
  const own = Object.entries(labels).filter(([label]) => metric.ownLabels.includes(label));
  return { ...series, labels: Object.fromEntries(own) };
};

/** Of several series with the same labels the first. */
const distinct = (series: readonly Series[]): readonly Series[] => {
  const keys = series.map(({ labels }) => JSON.stringify(Object.entries(labels).sort()));
  return series.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
};

/** A series of a metric that no alert reads: a counter grows by 1 a second, a gauge is 1 where it may be. */
const unread = (metric: MetricInfo): readonly Series[] => {
  const { kind, ownLabels, values, buckets = [], range: [least, greatest] = [-Infinity, Infinity] } = metric;
  const course: Series['course'] =
    kind === 'counter'
      ? { type: 'counter', perSecond: 1, events: [] }
      : { type: 'gauge', value: Math.min(Math.max(1, least), greatest) };
  const labels = Object.fromEntries(ownLabels.map((label) => [label, values[label]?.[0] ?? 'any']));
  const labelled = (further: Behaviour['labels']): Series => ({
    metric,
    labels: { ...labels, ...further },
    course,
    breaks: false,
  });
  if (ownLabels.includes('le')) return [...buckets, '+Inf'].map((edge) => labelled({ le: String(edge) }));
  return [labelled(ownLabels.includes('quantile') ? { quantile: '0.5' } : {})];
};
