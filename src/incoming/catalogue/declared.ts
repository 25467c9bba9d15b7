import { type Declared, declaredIn } from '#catalog/declared.js';
import type { Family } from '#catalog/exposition.js';
import type { MetricInfo } from '#promql/expr/ast.js';
import { goBuckets } from '#promql/metric/declare.js';
import { isTargetLabel } from '#promql/metric/label.js';
import { conventionalName } from '#promql/metric/name.js';

/** A metric that is declared anew, and where what is said of it comes from. */
export interface Own extends Declared {
  readonly from: 'scrape' | 'text';
}

/** What rules alone tell of metrics, by the names of their series. */
export interface Told {
  readonly metrics: ReadonlyMap<string, MetricInfo>;
  /** The edges of buckets that rules tell, by the name of the histogram. */
  readonly edges: ReadonlyMap<string, readonly number[]>;
}

const parts = ['_bucket', '_sum', '_count'];
const part = /_(bucket|sum|count)$/;

/** Labels that a catalogue may name: not the target's, nor Prometheus's own. */
const isOwn = (label: string): boolean =>
  !isTargetLabel(label) && !label.startsWith('__') && label !== 'le' && label !== 'quantile';

const declaredAs = (
  { name, kind, help, ...more }: Pick<Own, 'name' | 'kind' | 'help' | 'buckets' | 'stored'>,
  from: Own['from'],
  labels: Iterable<string>,
): Own => {
  const conventional = conventionalName(kind, name);
  return {
    ...more,
    ...{ name, kind, help, from, labels: [...new Set(labels)].filter(isOwn).toSorted() },
    ...(conventional !== name && { conventional }),
  };
};

/** The labels that are read of a metric, of all its parts. */
const labelsRead = (name: string, { metrics }: Told): readonly string[] =>
  [name, ...parts.map((part) => `${name}${part}`)].flatMap((each) => metrics.get(each)?.ownLabels ?? []);

const ofText = (name: string, told: Told): Own => {
  const { kind = 'gauge', family, stored, ownLabels = [] } = told.metrics.get(name) ?? {};
  if (family === undefined)
    return declaredAs(
      {
        ...{ name, kind: ownLabels.includes('quantile') ? 'summary' : kind, help: '' },
        ...(stored === 'native' && { stored }),
      },
      'text',
      ownLabels,
    );
  const isHistogram = told.metrics.has(`${family}_bucket`);
  const named = told.edges.get(family) ?? [];
  const edges = named.length > 0 ? named : goBuckets;
  return declaredAs(
    {
      ...{ name: family, kind: isHistogram ? 'histogram' : 'summary', help: '' },
      ...(isHistogram && { buckets: edges }),
    },
    'text',
    labelsRead(family, told),
  );
};

/** The scrape's word on a metric, with the labels that rules ask of it besides: a relabelling may have added them. */
const ofScrape = (declared: Declared, told: Told): Own =>
  declaredAs(declared, 'scrape', [...declared.labels, ...labelsRead(declared.name, told)]);

/** The metrics that must be declared for series of these names to be read, by name: what a scrape tells comes before what rules tell. */
export const ownMetrics = (
  read: readonly string[],
  told: Told,
  scrape: ReadonlyMap<string, Family>,
): readonly Own[] => {
  const scraped = new Map(declaredIn(scrape).map((each) => [each.name, each]));
  const own = read.map((name): Own => {
    const whole = scraped.get(name.replace(part, ''));
    const found = scraped.get(name) ?? (whole && 'counter gauge'.includes(whole.kind) ? undefined : whole);
    return found === undefined ? ofText(name, told) : ofScrape(found, told);
  });
  const byName = new Map(own.map((each) => [each.name, each]));
  // what a histogram or a summary stores is declared with it
  const isPart = ({ name }: Own): boolean => {
    const { kind } = byName.get(name.replace(part, '')) ?? {};
    return part.test(name) && (kind === 'histogram' || kind === 'summary');
  };
  return [...byName.values()].filter((each) => !isPart(each)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
};
