import type { Family } from '#catalog/exposition.js';
import { keysOf } from '#catalog/written.js';
import type { MetricInfo } from '#promql/expr/ast.js';
import { targetLabels } from '#promql/metric/label.js';
import { type AnyMetric, Metric } from '#promql/metric/metric.js';
import { storedAs } from '#promql/metric/parts.js';
import { unitOfName } from '#promql/unit/unit.js';
import { type Own, type Told, ownMetrics } from './declared.js';
import { namedCatalogs } from './known.js';

/** A series that rules read, and what the code calls the metric that it is of. */
export interface Named {
  /** `metrics.requests`, `kubeStateMetrics.podPhase`. */
  readonly code: string;
  /** The catalogue that declares it: `metrics`, or one of the package. */
  readonly catalog: string;
  /** What is known of the series itself: of a histogram's bucket, not of the histogram. */
  readonly info: MetricInfo;
  /** The metric that is declared. */
  readonly metric: MetricInfo;
  /** Whether what is declared is narrowed already, so that nothing typed can be written of all of it. */
  readonly isView: boolean;
}

/** Every metric that rules read. */
export interface Catalogue {
  /** Those that are declared anew. */
  readonly own: readonly Own[];
  /** The catalogues of the package that declare others. */
  readonly library: readonly string[];
  readonly named: ReadonlyMap<string, Named>;
}

const infoOf = ({ name, kind, help, labels, buckets, stored }: Own): MetricInfo => ({
  ...{ name, kind, help, unit: unitOfName(name), ownLabels: labels, values: {} },
  labels: [...new Set([...labels, ...targetLabels])],
  ...(buckets && { buckets }),
  ...(stored && { stored }),
});

/** A metric under each name that its series have. */
export const namedBy = (
  catalog: string,
  key: string,
  metric: AnyMetric,
): readonly (readonly [string, Named])[] =>
  storedAs(metric).map((info) => [
    info.name,
    {
      ...{ code: `${catalog}.${key}`, catalog, info, metric: metric.info },
      isView: metric.matchers.length > 0,
    },
  ]);

const known: readonly (readonly [string, Named])[] = Object.entries(namedCatalogs).flatMap(
  ([catalog, metrics]) => Object.entries(metrics).flatMap(([key, metric]) => namedBy(catalog, key, metric)),
);

/** The declaration of the package that has all labels that are asked of a series; a whole metric before a view of it. */
const inLibrary = (name: string, asked: readonly string[]): Named | undefined => {
  const fitting = known.filter(
    ([each, { info }]) => each === name && asked.every((label) => info.labels.includes(label)),
  );
  const [, found] = fitting.find(([, { isView }]) => !isView) ?? fitting[0] ?? [];
  return found;
};

/**
 * The catalogue of what rules read.
 *
 * @param read The names of series, without those that rules record.
 * @param scrape What programs export, where somebody knows: it comes before the package's own catalogues, and these before the text.
 */
export const catalogueOf = (
  read: readonly string[],
  told: Told,
  scrape: ReadonlyMap<string, Family>,
): Catalogue => {
  const isScraped = (name: string): boolean =>
    scrape.has(name) || scrape.has(name.replace(/_(bucket|sum|count)$/, ''));
  const library = new Map(
    read.flatMap((name) => {
      const found = isScraped(name) ? undefined : inLibrary(name, told.metrics.get(name)?.labels ?? []);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
  const own = ownMetrics(
    read.filter((name) => !library.has(name)),
    told,
    scrape,
  );
  return {
    own,
    library: [...new Set([...library.values()].map(({ catalog }) => catalog))].toSorted(),
    named: new Map([...declaredAnew(own), ...library]),
  };
};

const declaredAnew = (own: readonly Own[]) => {
  const keys = keysOf(own);
  return own.flatMap((each, i) => namedBy('metrics', keys[i] ?? '', new Metric(infoOf(each))));
};

/** The catalogue of what is read, all of it declared anew by what its text alone tells. */
export const ownCatalogue = (read: readonly string[], told: Told): Catalogue => {
  const own = ownMetrics(read, told, new Map());
  return { own, library: [], named: new Map(declaredAnew(own)) };
};
