import type { InputSeries, Moments } from '#derive/derivation.js';
import { type Named } from '#incoming/catalogue/catalogue.js';
import { type Code, called, verbatim } from '#incoming/code/code.js';
import { isNative } from '#promql/metric/storage.js';
import { courseOf, growthRates } from './course.js';
import { isTyped, labelsCode, phasesOf, samplesOf } from './series.js';

/** The buckets of a histogram: its series, each with its own edge. */
export type Buckets = readonly InputSeries[];

/** What is observed while all is well, while the fault lasts, or afterwards. */
interface Observed {
  readonly perSecond: number;
  readonly size: number;
}

const edgeText = (edge: number): string => (edge === Infinity ? '+Inf' : String(edge));

/** The size in the middle of a bucket; twice the last edge in the one that has none. */
const middle = (edges: readonly number[], nth: number): number => {
  const [below = 0, edge = Infinity] = [edges[nth - 1], edges[nth]];
  return edge === Infinity ? 2 * below : Number(((below + edge) / 2).toPrecision(6));
};

/** What is observed where all that is lies in one bucket; nothing where it lies in several, or nothing is. */
const observedAt = (edges: readonly number[], rates: readonly number[]): Observed | undefined => {
  const perSecond = rates.at(-1) ?? 0;
  const nth = rates.findIndex((rate) => rate > 0);
  const size = middle(edges, nth);
  const isIn = size > (edges[nth - 1] ?? -Infinity) && size <= (edges[nth] ?? -Infinity);
  return isIn && rates.slice(nth).every((rate) => rate === perSecond) ? { perSecond, size } : undefined;
};

/** How fast each bucket grows, from the least edge on and phase by phase; nothing where these are no buckets that are declared. */
const ratesOf = (
  buckets: Buckets,
  edges: readonly number[],
  moments: Moments,
  restart: number | undefined,
) => {
  const byEdge = new Map(buckets.map((each) => [each.labels['le'], each]));
  if (buckets.length !== edges.length) return undefined;
  const rates = edges.flatMap((edge) => {
    const samples = samplesOf(byEdge.get(edgeText(edge))?.values ?? '{{');
    const grown = samples && growthRates(phasesOf(samples, moments), moments.scrape, restart);
    const numbers = grown?.flatMap((rate) => (rate === 'missing' ? [] : [rate]));
    return numbers?.length === 3 ? [numbers] : [];
  });
  return rates.length === edges.length ? rates : undefined;
};

/**
 * Buckets as what the histogram observes: `observes(metrics.duration, {}, 10, { was: 0.1, becomes: 2 })`; nothing where no word says it.
 */
export const observesCode = (
  word: 'observes' | 'observesInBuckets',
  buckets: Buckets,
  found: Named,
  moments: Moments,
  restart?: number,
): Code | undefined => {
  const { metric, code } = found;
  const { le: _, ...labels } = buckets[0]?.labels ?? {};
  if (metric.kind !== 'histogram' || isNative(metric) || !isTyped(found, labels)) return undefined;
  const edges = [...(metric.buckets ?? []), Infinity];
  const rates = ratesOf(buckets, edges, moments, restart);
  const phases = [0, 1, 2].flatMap(
    (phase) =>
      observedAt(
        edges,
        (rates ?? []).map((each) => each[phase] ?? 0),
      ) ?? [],
  );
  const [first] = phases;
  if (first === undefined || phases.length < 3 || phases.some((each) => each.perSecond !== first.perSecond))
    return undefined;
  const sizes = phases.map(({ size }) => String(size));
  return called(
    word,
    verbatim(code),
    labelsCode(labels),
    verbatim(String(first.perSecond)),
    courseOf(sizes.map(verbatim), sizes),
  );
};
