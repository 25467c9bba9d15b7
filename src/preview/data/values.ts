import type { Behaviour } from '#alerts/scenario/behaviour.js';
import type { Selector } from '#promql/expr/ast.js';
import { passing } from '#promql/expr/selected.js';
import { admitted } from '#promql/metric/match.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { isPlaceholder } from './place.js';
import { endsOf, saysHowItEnded, usualValues } from './words.js';

/** What is known of the labels of one metric: who reads it, and what proofs have of it. */
export interface Read {
  readonly selectors: readonly Selector[];
  readonly proven: readonly Behaviour[];
  /** What there is of some things, whichever metric is asked for it, by the label that names it. */
  readonly things: ReadonlyMap<string, readonly string[]>;
}

/** Labels that name a thing of which several metrics tell. */
const ofThings = ['queue'];

/** The things that selectors name, whatever metric they read: a queue has messages and consumers. */
export const thingsNamed = (selectors: readonly Selector[]): Read['things'] =>
  new Map(
    ofThings.map((label) => [
      label,
      [...new Set(selectors.flatMap((each) => passing(each, label) ?? []))].filter((each) => each !== ''),
    ]),
  );

type Labels = Readonly<Record<string, string>>;

/** The values of a label that a metric's own exporter sets: those declared, those that selectors name, those that proofs have, else usual ones. */
export const valuesOf = (
  metric: MetricInfo,
  label: string,
  { selectors, proven, things }: Read,
): readonly string[] => {
  const declared = metric.values[label];
  if (declared) return declared;
  const known = things.get(label) ?? [];
  if (known.length > 0) return known;
  const asked = selectors.filter(({ matchers }) => matchers.some((each) => each.label === label));
  const named = asked.flatMap((selector) => passing(selector, label) ?? []);
  const shown = proven.flatMap(({ labels }) => labels[label] ?? []).filter((value) => !isPlaceholder(value));
  const words = [...named, ...shown].filter((value) => !/^\d*$/.test(value));
  if (saysHowItEnded(label)) {
    const others = endsOf(metric.name);
    if (words.length > 0) return [...new Set([...words, ...(words.length > 1 ? [] : ['success'])])];
    if (others) return others;
  }
  const usual = usualValues(label);
  const admits = (value: string): boolean =>
    asked.every(({ matchers }) =>
      matchers.every((each) => each.label !== label || admitted(each, [value]).length > 0),
    );
  const any = (value: string): boolean =>
    asked.some(({ matchers }) =>
      matchers.every((each) => each.label !== label || admitted(each, [value]).length > 0),
    );
  // Where some selector wants what no usual value is, names and proofs know it; statuses are all there, whichever is asked for.
  const fitting = asked.length === 0 || usual.some(admits) || usual.some(any) ? usual : [];
  const values = [...new Set([...named.filter((each) => each !== ''), ...fitting])];
  if (values.length > 0 && (fitting.length > 0 || shown.length === 0)) return values;
  return shown.length > 0 ? [...new Set([...values, ...shown])] : usual;
};

/** Combinations of values: all where those are few, else so many of them that each value stands in one. */
const combined = (
  lists: readonly (readonly [label: string, values: readonly string[]])[],
  limit: number,
): readonly Labels[] => {
  const all = lists.reduce((product, [, values]) => product * Math.max(1, values.length), 1);
  const few = all <= limit;
  const longest = lists.reduce((length, [, values]) => Math.max(length, values.length), 1);
  return Array.from({ length: few ? all : Math.max(limit, longest) }, (_, i) => {
    let rest = i;
    return Object.fromEntries(
      lists.map(([label, values], place) => {
        const at = few ? rest : i + place * Math.floor(i / values.length);
        rest = Math.floor(rest / Math.max(1, values.length));
        return [label, values[at % values.length] ?? ''];
      }),
    );
  });
};

/**
 * The labels that a metric's own exporter sets, in all combinations that one target has of it; `le` is not among them. How something ended stands
 * with each of what was asked, so that its share is the same of all.
 */
export const ownLabelsOf = (metric: MetricInfo, read: Read): readonly Labels[] => {
  const lists = metric.ownLabels
    .filter((label) => label !== 'le')
    .map((label) => [label, valuesOf(metric, label, read)] as const);
  const isBuckets = metric.ownLabels.includes('le');
  const ends = lists.filter(([label]) => saysHowItEnded(label));
  const others = lists.filter(([label]) => !saysHowItEnded(label));
  const [limit, most] = isBuckets ? [4, 3] : ends.length > 0 ? [4, 4] : [18, 8];
  const asked = combined(others, limit);
  const ended = combined(
    ends.map(([label, values]) => [label, values.slice(0, most)] as const),
    most,
  );
  return asked.flatMap((one) => ended.map((end) => ({ ...one, ...end })));
};
