import { type Fault, thrownBy } from '#ground/fault.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import { targetLabels } from '#promql/metric/label.js';
import { literal, re2Source } from '#promql/metric/match.js';
import { storedAs } from '#promql/metric/parts.js';
import { matchesWhole, re2Fault } from '#promql/metric/re2.js';

/** What of a target's answer is not stored: patterns of whole names, as RE2 writes them. */
export interface Drop {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** A name, or a pattern of whole names: `'go_info'`, `/go_\w+/`. */
type Names = readonly (string | RegExp)[];

export interface DropSpec {
  /** A metric that a catalogue declares is dropped with all of its parts: of a histogram its buckets, sum and count. */
  readonly metrics?: Names;
  /** Of what differs by nothing else, one series is stored, and Prometheus warns of the others. */
  readonly labels?: Names;
}

/** The names under which a metric is stored; of one that nobody declares its own. */
const storedNames = (name: string, metrics: readonly MetricCatalog[]): readonly string[] => {
  const declared = metrics.flatMap((each) => Object.values(each)).find(({ info }) => info.name === name);
  return declared ? storedAs(declared).map((info) => info.name) : [name];
};

const patternOf = (name: string | RegExp): string =>
  typeof name === 'string' ? literal(name) : re2Source(name, String(name));

/**
 * The same as patterns.
 *
 * @throws Error on flags that RE2 has no word for: see `dropFaults`.
 */
export const dropOf = ({ metrics = [], labels = [] }: DropSpec, known: readonly MetricCatalog[]): Drop => ({
  metrics: metrics
    .flatMap((name): Names => (typeof name === 'string' ? storedNames(name, known) : [name]))
    .map(patternOf),
  labels: labels.map(patternOf),
});

/** Whether a metric of this stored name is dropped, and by which of the patterns. */
export const dropping = (name: string, { metrics }: Drop): string | undefined =>
  metrics.find((pattern) => matchesWhole(pattern, name));

/** A text with signs of a pattern, which no name has, and a pattern that is none. */
const nameFaults = (where: string, names: Names): readonly Fault[] =>
  names.flatMap((name): readonly Fault[] => {
    if (typeof name === 'string')
      return name !== '' && literal(name).replaceAll('\\.', '.') === name
        ? []
        : [
            {
              where,
              what: name,
              code: 'bad-regex',
              why: `no name is '${name}'`,
              cure: name === '' ? 'leave it out' : `write a pattern: /${name.replace(/(?<!\.)\*/g, '.*')}/`,
            },
          ];
    const flags = thrownBy(where, () => re2Source(name, String(name)));
    const fault = flags.length > 0 ? undefined : re2Fault(patternOf(name));
    const why = `${String(name)} is not a regular expression of Prometheus: ${fault}`;
    return fault === undefined ? flags : [{ where, what: String(name), code: 'bad-regex', why, cure: '' }];
  });

/** Labels that nobody may drop, each with why. */
const kept = (metrics: readonly MetricCatalog[], copied: readonly string[]): ReadonlyMap<string, string> =>
  new Map([
    ...[...stored(metrics).values()].flatMap(({ name, labels }) =>
      labels.map((label): readonly [string, string] => [label, `${name} is declared with it`]),
    ),
    ...copied.map((label): readonly [string, string] => [label, 'the scrape copies it from its Service']),
    ...targetLabels.map((label): readonly [string, string] => [
      label,
      'by it rules and panels tell targets apart',
    ]),
    ['__name__', 'it holds the names of metrics'],
  ]);

/** Labels that are dropped, by patterns, and that somebody reads. */
export const droppedFaults = (
  { labels }: Drop,
  known: readonly MetricCatalog[],
  copied: readonly string[],
): readonly Fault[] => {
  const read = [...kept(known, copied)];
  return labels.flatMap((pattern) =>
    read
      .filter(([label]) => matchesWhole(pattern, label))
      .map(([label, why]) => ({
        where: 'drop.labels',
        what: pattern,
        code: 'dropped-though-read',
        why: `/${pattern}/ drops the label ${label}, and ${why}`,
        cure: `drop others, or declare what is scraped without ${label}`,
      })),
  );
};

/** What is wrong with what is to be dropped: names that are none, and labels that are read. */
export const dropFaults = (
  { metrics = [], labels = [] }: DropSpec,
  known: readonly MetricCatalog[],
  copied: readonly string[],
): readonly Fault[] => {
  const unwritten = [...nameFaults('drop.metrics', metrics), ...nameFaults('drop.labels', labels)];
  if (unwritten.length > 0) return unwritten;
  const read = kept(known, copied);
  return labels.flatMap((given) =>
    [...read]
      .filter(([label]) => matchesWhole(patternOf(given), label))
      .map(([label, why]) => ({
        where: 'drop.labels',
        what: String(given),
        code: 'dropped-though-read',
        why: `${String(given)} drops the label ${label}, and ${why}`,
        cure: `drop others, or declare what is scraped without ${label}`,
      })),
  );
};
