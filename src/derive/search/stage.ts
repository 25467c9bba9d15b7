import type { LabelSet } from '#derive/engine/world.js';
import { accepts, namedBy } from '#derive/labels/accepted.js';
import { readable } from '#derive/labels/readable.js';
import type { Labelled } from '#derive/labels/solve.js';
import type { Shape } from '#derive/course/shape.js';

type Kind = Shape['kind'];

/** What has one course: a series, or the buckets of a histogram. */
export interface Unit {
  readonly name: string;
  readonly labels: LabelSet;
  readonly kinds: readonly Kind[];
  /** Upper edges of finite buckets, ascending. */
  readonly edges?: readonly number[];
  /** Whether it is asked how far its values scatter. */
  readonly isNoisy: boolean;
}

/** A series, and whose course it has. */
export interface Made {
  readonly name: string;
  readonly labels: LabelSet;
  readonly unit: number;
  /** The upper edge of a bucket. */
  readonly le?: number;
}

export interface Stage {
  readonly units: readonly Unit[];
  readonly made: readonly Made[];
}

/** Several series in place of one, told apart by a label: of every selector, or of one. */
export interface Spread {
  readonly label: string;
  readonly copies: number;
  /** Whether each has a course of its own. */
  readonly isApart: boolean;
  readonly leaf?: number;
}

/** How the samples of a selector may go, by the functions that read them. */
const kindsOf = ({ uses }: Labelled): readonly Kind[] => {
  const is = (pattern: RegExp): boolean => uses.some((use) => pattern.test(use));
  if (is(/^changes$/)) return ['flap', 'level'];
  if (is(/^resets$/)) return ['saw', 'slope'];
  if (is(/^(rate|irate|increase)$/)) return ['slope'];
  if (is(/^(i?delta|deriv|predict_linear|holt_winters|double_exponential_smoothing)$/))
    return ['ramp', 'level'];
  if (is(/^time$/)) return ['stamp', 'level'];
  return is(/^(stddev|stdvar|quantile|mad)_over_time$/) ? ['level', 'flap'] : ['level'];
};

const isNoisy = ({ uses }: Labelled): boolean => uses.some((use) => /^(stddev|stdvar|quantile)/.test(use));

const isBucket = (leaf: Labelled): boolean => leaf.name.endsWith('_bucket');

/** Edges that a selector asks for by its own label. */
const askedEdges = ({ selector }: Labelled): readonly string[] =>
  selector.matchers
    .filter(({ label, operator }) => label === 'le' && !operator.startsWith('!'))
    .flatMap(namedBy);

/** Edges that a histogram is known to have. */
const declaredEdges = (of: readonly Labelled[]): readonly number[] =>
  of.flatMap(({ selector }) => selector.metric.buckets ?? []);

const identity = (name: string, labels: LabelSet): string =>
  JSON.stringify([name, ...Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Labels of the nth of several series. */
const nthLabels = (leaf: Labelled, nth: number, spread: Spread | undefined): LabelSet => {
  if (nth === 0 || !spread) return leaf.labels;
  const first = leaf.labels[spread.label];
  const value =
    first === undefined || first === readable(spread.label)
      ? readable(spread.label, nth + 1)
      : (numberedOn(first, nth + 1) ?? `${first}-${nth + 1}`);
  return { ...leaf.labels, [spread.label]: value };
};

/** `host-1:9100` as `host-2:9100`. */
const numberedOn = (text: string, nth: number): string | undefined =>
  text.includes('1') ? text.replace('1', String(nth)) : undefined;

const isSpread = (leaf: Labelled, spread: Spread): boolean =>
  (spread.leaf === undefined || spread.leaf === leaf.id) &&
  !leaf.selector.matchers.some(({ label, operator }) => label === spread.label && operator === '=');

/** Many are alike but for the last, without which they are one fewer. */
const sharedBy = ({ id }: Labelled, nth: number, spread: Spread | undefined): string =>
  spread && (spread.isApart || (spread.copies > 3 && nth === spread.copies - 1)) ? `${id}/${nth}` : `${id}`;

interface Draft {
  readonly leaf: Labelled;
  readonly labels: LabelSet;
  /** Those of the same draft share a course. */
  readonly shared: string;
}

/** The series that are made for an expression's selectors, and which of them have a course of their own. */
export const stageOf = (
  leaves: readonly Labelled[],
  edges: readonly number[],
  spread: Spread | undefined,
): Stage => {
  const drafts = leaves.flatMap((leaf): readonly Draft[] => {
    const copies = spread && isSpread(leaf, spread) ? spread.copies : 1;
    return Array.from({ length: copies }, (_, nth) => nthLabels(leaf, nth, spread)).flatMap((labels, nth) => {
      const fits = leaf.selector.matchers.every(
        (each) =>
          each.label === '__name__' ||
          (each.label === 'le' && isBucket(leaf)) ||
          accepts(each, labels[each.label] ?? ''),
      );
      return fits ? [{ leaf, labels, shared: sharedBy(leaf, nth, spread) }] : [];
    });
  });
  const units = new Map<string, { index: number; leaves: Labelled[]; labels: LabelSet }>();
  const unitOf = new Map<string, string>();
  const series = new Map<string, Draft>();
  for (const draft of drafts) {
    const id = identity(draft.leaf.name, draft.labels);
    const key = unitOf.get(id) ?? unitOf.get(draft.shared) ?? draft.shared;
    unitOf.set(id, key);
    unitOf.set(draft.shared, unitOf.get(draft.shared) ?? key);
    const unit = units.get(key) ?? { index: units.size, leaves: [], labels: draft.labels };
    unit.leaves.push(draft.leaf);
    units.set(key, unit);
    if (!series.has(id)) series.set(id, draft);
  }
  const all = [...units.values()].map(({ leaves: of, labels }): Unit => {
    const [first] = of;
    const asked = of.flatMap(askedEdges).map(Number).filter(Number.isFinite);
    const declared = declaredEdges(of);
    return {
      name: first?.name ?? '',
      labels,
      kinds: [...new Set(of.flatMap(kindsOf))],
      isNoisy: of.some(isNoisy),
      ...(of.some(isBucket) && {
        edges: [...new Set([...(declared.length > 0 ? declared : edges), ...asked])].sort((a, b) => a - b),
      }),
    };
  });
  const made = [...series].flatMap(([id, { leaf, labels }]): readonly Made[] => {
    const unit = units.get(unitOf.get(id) ?? '');
    const index = unit?.index ?? 0;
    const { name } = leaf;
    if (!isBucket(leaf)) return [{ name, labels, unit: index }];
    const written = (unit?.leaves ?? []).flatMap(askedEdges);
    return [...(all[index]?.edges ?? []), Infinity].map((le) => ({
      name,
      labels: { ...labels, le: edgeText(le, written) },
      unit: index,
      le,
    }));
  });
  return { units: all, made };
};

/** An edge as the expression writes it, where it does: `1.0`. */
const edgeText = (le: number, written: readonly string[]): string =>
  le === Infinity ? '+Inf' : (written.find((text) => Number(text) === le) ?? String(le));
