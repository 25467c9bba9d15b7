import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { aNumber, byName, exactly } from '#ground/shape.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';

/**
 * How much a scrape brings, where its catalogues do not say. What it costs is reckoned by it, and `sampleLimit: 'derived'`; what nobody says is
 * assumed, and told of as such.
 */
export interface Expected {
  /** How many pods answer behind each of its Services, or run under its labels in each namespace; 1 unless given. */
  readonly targets?: number;
  /** How many values a label has at one target, whatever metric has it: `{ path: 30 }`. */
  readonly values?: Readonly<Record<string, number>>;
  /** In how many combinations of its labels a metric is there at one target, where the product of all is too many: `{ http_requests_total: 120 }`. */
  readonly combinations?: Readonly<Record<string, number>>;
  /** How many series a target has beside those that catalogues declare: of its runtime, of libraries. */
  readonly undeclared?: number;
}

export const expectedShape = exactly(
  {},
  { targets: aNumber, undeclared: aNumber, values: byName(aNumber), combinations: byName(aNumber) },
);

const noCount = (where: string, count: number | undefined, least: number): readonly Fault[] =>
  count === undefined || (Number.isInteger(count) && count >= least)
    ? []
    : [
        {
          where,
          what: String(count),
          code: 'no-whole-number',
          why: `${count} is no number of things`,
          cure: `write a whole number of at least ${least}, or leave it out`,
        },
      ];

/** The names of metrics as catalogues declare them, of a histogram that of the whole. */
const families = (metrics: readonly MetricCatalog[]): readonly string[] =>
  metrics.flatMap((catalog) => Object.values(catalog).map(({ info }) => info.name));

/** The labels that metrics set themselves; of a summary its quantiles too. */
const ownLabels = (metrics: readonly MetricCatalog[]): readonly string[] => [
  ...new Set(
    [...stored(metrics).values()].flatMap((info) => info.ownLabels).filter((label) => label !== 'le'),
  ),
];

const unknown = (
  where: string,
  code: 'no-such-label' | 'no-such-metric',
  given: Readonly<Record<string, number>>,
  known: readonly string[],
  none: string,
): readonly Fault[] =>
  Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      where: `${where}.${name}`,
      what: name,
      code,
      why: `${none} ${name}, so nothing is reckoned by it`,
      cure: known.length > 0 ? instead(name, known) : 'leave it out',
    }));

/**
 * What is wrong with it: what is no number, and what is said of labels and metrics that there are not.
 *
 * @param isWritten whether the targets are written down, so that it is known how many there are.
 */
export const expectedFaults = (
  { targets, values = {}, combinations = {}, undeclared }: Expected,
  metrics: readonly MetricCatalog[],
  isWritten: boolean,
): readonly Fault[] => [
  ...noCount('expects.targets', targets, 1),
  ...noCount('expects.undeclared', undeclared, 0),
  ...Object.entries(values).flatMap(([label, count]) => noCount(`expects.values.${label}`, count, 1)),
  ...Object.entries(combinations).flatMap(([name, count]) =>
    noCount(`expects.combinations.${name}`, count, 1),
  ),
  ...unknown(
    'expects.values',
    'no-such-label',
    values,
    ownLabels(metrics),
    'no metric of the scrape has a label',
  ),
  ...unknown(
    'expects.combinations',
    'no-such-metric',
    combinations,
    families(metrics),
    'no catalogue of the scrape declares',
  ),
  ...(targets !== undefined && isWritten
    ? [
        {
          where: 'expects.targets',
          what: String(targets),
          code: 'setting-for-nothing' as const,
          why: 'its targets are written down, so it is known how many there are',
          cure: 'leave it out',
        },
      ]
    : []),
];
