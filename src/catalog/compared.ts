import type { Fault } from '#ground/fault.js';
import { nearest } from '#ground/nearest.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { edgesOf, isCreated, labelsOf } from './declared.js';
import type { Family } from './exposition.js';

/**
 * In what a catalogue differs from what is exported; each fault is at the catalogue's key. A label that it does not declare is only told:
 * another release of the exporter may have none.
 */
export const compared = (metrics: MetricCatalog, scrape: ReadonlyMap<string, Family>): readonly Fault[] =>
  Object.entries(metrics).flatMap(([key, metric]) => {
    const family = scrape.get(metric.info.name);
    return family === undefined || family.series.length === 0
      ? [missing(key, metric, metrics, scrape)]
      : differencesOf(metric, family).map((fault) => ({ where: key, ...fault }));
  });

/** A metric of the same type, near by its name, that the catalogue does not have: it is probably the same, renamed. */
const missing = (
  key: string,
  { info: { name, kind } }: AnyMetric,
  metrics: MetricCatalog,
  scrape: ReadonlyMap<string, Family>,
): Fault => {
  const declared = new Set(Object.values(metrics).map(({ info }) => info.name));
  const others = [...scrape].flatMap(([other, { type }]) =>
    type === kind && !declared.has(other) ? [other] : [],
  );
  const meant = nearest(name, others);
  return {
    ...{ where: key, what: name },
    ...(meant === undefined
      ? {
          code: 'not-exported',
          why: scrape.has(name) ? `${name} has no series yet` : `${name} is not exported`,
          cure: 'let the program do what it counts once, or remove the metric from the catalogue',
        }
      : { code: 'not-exported', why: `${name} is not exported`, cure: `it may be ${meant} now` }),
  };
};

/** What has no type there may be read as a gauge. */
export const isOfType = (type: string, kind: string): boolean =>
  type === kind || (kind === 'gauge' && ['untyped', 'unknown'].includes(type));

const differencesOf = ({ info }: AnyMetric, family: Family): readonly Omit<Fault, 'where'>[] => {
  const { name, kind, ownLabels, values, buckets } = info;
  const [exported, edges] = [labelsOf(family), edgesOf(family)];
  return [
    ...(isOfType(family.type, kind)
      ? []
      : [
          {
            what: kind,
            code: 'exported-otherwise' as const,
            why: `${name} is a ${family.type}, not a ${kind}`,
            cure: `declare it as ${family.type}`,
          },
        ]),
    ...ownLabels
      .filter((label) => !exported.includes(label))
      .map((label) => ({
        what: label,
        code: 'exported-otherwise' as const,
        why: `${name} has no label ${label}`,
        cure: instead(label, exported),
      })),
    ...exported
      .filter((label) => !ownLabels.includes(label))
      .map((label) => ({
        what: label,
        code: 'not-declared' as const,
        why: `${name} has a label ${label} that is not declared`,
        cure: 'add it to labels',
        isHint: true as const,
      })),
    ...Object.entries(values).flatMap(([label, known]) =>
      [...new Set(family.series.flatMap(({ [label]: value }) => value ?? []))]
        .filter((value) => !known.includes(value))
        .map((value) => ({
          what: value,
          code: 'not-declared' as const,
          why: `${name} has ${label}="${value}", which is not declared`,
          cure: `add it to the values of ${label}`,
        })),
    ),
    ...(buckets && kind === 'histogram' && buckets.join() !== edges.join()
      ? [
          {
            what: buckets.join(', '),
            code: 'exported-otherwise' as const,
            why: `${name} has buckets ${edges.join(', ')}`,
            cure: 'declare these',
          },
        ]
      : []),
  ];
};

const instead = (label: string, exported: readonly string[]): string => {
  const meant = nearest(label, exported);
  return meant === undefined ? 'remove it from labels' : `it may be ${meant}`;
};

/** What is exported that none of the catalogues declares. */
export const undeclared = (
  catalogs: readonly MetricCatalog[],
  scrape: ReadonlyMap<string, Family>,
): readonly string[] => {
  const declared = new Set(catalogs.flatMap((each) => Object.values(each).map(({ info }) => info.name)));
  return [...scrape.keys()].filter((name) => !declared.has(name) && !isCreated(name, scrape));
};
