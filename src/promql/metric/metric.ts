import { type Fault, type Reason, refuse } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import type { Kind, MetricInfo } from '#promql/expr/ast.js';
import { type At, type Offset, type When, offsetSeconds } from '#promql/expr/when.js';
import type { Unit } from '#promql/unit/unit.js';
import {
  type LabelMatcher,
  type LabelValues,
  type Match,
  type Matchers,
  admitted,
  matcher,
  matcherFault,
  textsOf,
} from './match.js';

export type { Kind, MetricInfo } from '#promql/expr/ast.js';

/**
 * One metric, narrowed to the series that its matchers select.
 *
 * `V` holds its labels and their values: a metric with more labels, or with a closed label where an open one is
 * asked for, fits wherever fewer are asked for. So a pack names only the labels it uses.
 */
export class Metric<out K extends Kind, out V extends LabelValues, out U extends Unit = Unit> {
  constructor(
    readonly info: MetricInfo & { readonly kind: K; readonly unit: U },
    readonly matchers: readonly LabelMatcher[] = [],
    readonly when: When = {},
  ) {}

  declare protected readonly values: V;

  /**
   * The same metric, narrowed to the series these matchers select. A label matched before is matched anew.
   *
   * @throws Error with every fault: a pattern that RE2 does not know, a match that no value of a closed label passes.
   */
  where(matchers: Matchers<V>): Metric<K, V, U> {
    return narrowedBy(this, narrowing(matchers));
  }

  /** The same series, as they were a while ago; in a panel also as they will be: `'-1h'`. */
  offset(offset: Offset): Metric<K, V, U> {
    offsetSeconds(offset);
    return new Metric(this.info, this.matchers, { ...this.when, offset });
  }

  /**
   * The same series at one moment, for a panel: `'start'` and `'end'` of what it draws, or seconds since 1970. What is
   * ranked at the end keeps its series throughout: `topk(5, rate(requests.at('end'), '1h'))`.
   */
  at(at: At): Metric<K, V, U> {
    return new Metric(this.info, this.matchers, { ...this.when, at });
  }
}

type Labelled<L extends string> = Readonly<Record<L, string>>;
/** A counter that has at least the labels `L`, as a pack asks for one. */
export type Counter<L extends string, U extends Unit = Unit> = Metric<'counter', Labelled<L>, U>;
/** A gauge that has at least the labels `L`. */
export type Gauge<L extends string, U extends Unit = Unit> = Metric<'gauge', Labelled<L>, U>;
/** A histogram that has at least the labels `L`, beside those of its buckets. */
export type Histogram<L extends string, U extends Unit = Unit> = Metric<'histogram', Labelled<L>, U>;
/** A summary that has at least the labels `L`, beside those of its quantiles. */
export type Summary<L extends string, U extends Unit = Unit> = Metric<'summary', Labelled<L>, U>;
/** Any metric at all, for what reads only names and labels. */
export type AnyMetric = Metric<Kind, LabelValues>;

/** What matchers say, read once for all metrics that are narrowed alike. */
export interface Narrowing {
  /** In the order in which they are given. */
  readonly added: readonly LabelMatcher[];
  /** The same in the order in which they are written. */
  readonly sorted: readonly LabelMatcher[];
  /** The texts that each names one by one, in the order in which they are given. */
  readonly named: readonly (readonly [label: string, texts: readonly string[]])[];
}

/**
 * What matchers say.
 *
 * @throws Error on what is no match, and on a pattern that RE2 does not know.
 */
export const narrowing = (matchers: Readonly<Record<string, Match | undefined>>): Narrowing => {
  const given = Object.entries(matchers).flatMap(([label, match]) =>
    match === undefined ? [] : [[label, match] as const],
  );
  const added = given.map(([label, match]) => matcher(label, match));
  return {
    added,
    sorted: sortedMatchers(added),
    named: given.map(([label, match]) => [label, textsOf(match)]),
  };
};

/**
 * A metric, narrowed to the series that matchers select beside those of before.
 *
 * @throws Error with every fault: see `where`.
 */
export const narrowedBy = <K extends Kind, V extends LabelValues, U extends Unit>(
  { info, matchers, when }: Metric<K, V, U>,
  { added, sorted, named }: Narrowing,
): Metric<K, V, U> => {
  const faults = added.flatMap((each) => {
    const reason = unmatchable(info, each);
    return reason === undefined ? [] : [{ where: '', what: each.value, ...reason, cure: '' }];
  });
  refuse('where', faults.length > 0 ? faults : strangers(info, named));
  const kept = matchers.filter(({ label }) => !added.some((other) => other.label === label));
  return new Metric(info, kept.length === 0 ? sorted : sortedMatchers([...kept, ...added]), when);
};

/** What is known of a metric of which only the name is known. */
export const bareMetric = (name: string): MetricInfo => ({
  name,
  kind: 'gauge',
  help: '',
  unit: 'count',
  labels: [],
  ownLabels: [],
  values: {},
});

/** Matchers in the order in which they are written: by label, in text order and not the reader's locale's. */
export const sortedMatchers = (matchers: readonly LabelMatcher[]): readonly LabelMatcher[] =>
  [...matchers].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));

/** Texts that a label of a closed set is compared with, and never is: no series tells of the mistake where others are named too. */
const strangers = ({ name, values }: MetricInfo, all: Narrowing['named']): readonly Fault[] =>
  all.flatMap(([label, named]) => {
    const closed = values[label];
    return named
      .filter((text) => closed?.includes(text) === false)
      .map((text) => ({
        where: '',
        what: text,
        code: 'no-such-value',
        why: `${label} of ${name} is never ${JSON.stringify(text)}`,
        cure: instead(text, closed ?? []),
      }));
  });

/** Why a matcher selects no series of a metric; `undefined` where it may. */
export const unmatchable = (
  { name, labels, values }: MetricInfo,
  match: LabelMatcher,
): Reason | undefined => {
  const { label, operator, value } = match;
  const written = (): string => `${name}{${label}${operator}${JSON.stringify(value)}}`;
  if (!labels.includes(label))
    return {
      code: 'no-such-label',
      why: `${written()}: the metric has no label ${label}; it has ${labels.join(', ')}`,
    };
  const fault = matcherFault(match);
  if (fault !== undefined) return { ...fault, why: `${written()} ${fault.why}` };
  const closed = values[label];
  return closed && admitted(match, closed).length === 0
    ? { code: 'no-such-value', why: `${written()} selects nothing: ${label} is one of ${closed.join(', ')}` }
    : undefined;
};
