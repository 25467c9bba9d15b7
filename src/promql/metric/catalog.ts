import { refusal, refuse } from '#ground/fault.js';
import { isTargetLabel } from './label.js';
import { mapped } from '#ground/keyed.js';
import type { LabelMatcher, LabelValues, Matchers } from './match.js';
import { remembered } from '#ground/remembered.js';
import { once } from '#ground/once.js';
import { byName, madeBy } from '#ground/shape.js';
import { type AnyMetric, type Kind, Metric, type MetricInfo, narrowedBy, narrowing } from './metric.js';
import { storedAs } from './parts.js';

/** Metrics that are exported together, each under a name of its own for the code that uses it. */
export type MetricCatalog = Readonly<Record<string, AnyMetric>>;

const aMetric = madeBy(
  'counter(…), gauge(…), histogram(…) or summary(…)',
  (value) => value instanceof Metric,
);
/** A catalogue of metrics, whoever made it. */
export const catalogShape = byName(aMetric);

/**
 * A catalogue of metrics.
 *
 * @throws Error when two entries are stored under the same name.
 */
export const catalog = <const C extends MetricCatalog>(metrics: C): C => {
  refuse('catalogue', catalogShape('', metrics));
  const seen = new Map<string, string>();
  for (const [key, metric] of Object.entries(metrics)) {
    for (const { name } of storedAs(metric)) {
      const other = seen.get(name);
      if (other !== undefined)
        throw refusal('catalogue', {
          what: name,
          code: 'name-twice',
          why: `${key} and ${other} are both stored as ${name}`,
          cure: 'declare it once',
        });
      seen.set(name, key);
    }
  }
  return metrics;
};

type ValuesOf<M extends AnyMetric> = M extends Metric<Kind, infer V extends LabelValues> ? V : never;

/** The labels that each of the metrics has: the target's, and what else they share. */
type Shared<C extends MetricCatalog, V extends LabelValues = ValuesOf<C[keyof C]>> = {
  readonly [L in keyof V & string]: V[L];
};

/**
 * The whole catalogue, each metric narrowed alike: to one environment, to one job.
 *
 * @throws Error with every metric that was narrowed to something else before, whose series would be others than both say.
 */
export const narrowed = <C extends MetricCatalog>(metrics: C, matchers: Matchers<Shared<C>>): C => {
  const read = once(() => narrowing(matchers));
  const narrower = mapped(metrics, (metric) => narrowedBy(metric, read()));
  const faults = Object.entries(metrics).flatMap(([key, metric]) =>
    metric.matchers.flatMap((before) => {
      const after = narrower[key]?.matchers.find(({ label }) => label === before.label);
      return after && matcherText(after) !== matcherText(before)
        ? [
            {
              where: '',
              what: matcherText(after),
              code: 'narrowed-twice' as const,
              why: `${key} is narrowed to ${matcherText(before)} already, and not to ${matcherText(after)}`,
              cure: 'narrow the catalogue that was declared, once',
            },
          ]
        : [];
    }),
  );
  refuse('narrowed', faults);
  return narrower;
};

const matcherText = ({ label, operator, value }: LabelMatcher): string =>
  `${label}${operator}${JSON.stringify(value)}`;

/** Every name under which Prometheus stores the metrics of one catalogue, with what is known of it. */
export const storedOf: (metrics: MetricCatalog) => ReadonlyMap<string, MetricInfo> = remembered(
  (metrics) =>
    new Map(
      Object.values(metrics)
        .flatMap(storedAs)
        .map((info) => [info.name, info]),
    ),
);

/** The same of several. */
export const stored = (catalogs: readonly MetricCatalog[]): ReadonlyMap<string, MetricInfo> =>
  new Map(catalogs.flatMap((metrics) => [...storedOf(metrics)]));

/**
 * Labels that an application sets and scraping sets too, such as its own `endpoint`. Prometheus stores the
 * application's as `exported_endpoint`, and a query for `endpoint` finds the name of the port, unless the scrape moves it back.
 */
export const collidingLabels = (metrics: MetricCatalog): readonly string[] =>
  [...new Set(Object.values(metrics).flatMap(({ info }) => info.ownLabels.filter(isTargetLabel)))].sort();
