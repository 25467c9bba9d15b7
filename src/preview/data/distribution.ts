import { medianFor } from './latency.js';
import type { Proven } from './world.js';
import { numbersOf } from './usual.js';

/** What an alert says of what a histogram observes: what share of it lies beyond an edge while its fault lasts. */
export interface Beyond {
  readonly edge: number;
  readonly share: number;
}

const sizeOf = (le: string): number => (le === '+Inf' ? Infinity : Number(le));

/** At which edge a proof's fault is told from what is well, and by which share beyond it; nothing where the alert reads no buckets of this family. */
export const beyondOf = ({ series }: Pick<Proven, 'series'>, family: string): Beyond | undefined => {
  const own = series.filter(({ metric }) => metric.family === family);
  const all = own.find(({ metric }) => metric.name === `${family}_count`);
  const buckets = own.flatMap((each) => {
    const { le } = each.labels;
    return le === undefined ? [] : [{ edge: sizeOf(le), ...numbersOf(each) }];
  });
  const whole = all ?? own.find(({ labels }) => labels['le'] === '+Inf');
  if (buckets.length === 0 || !whole) return undefined;
  const total = numbersOf(whole);
  if (total.was === undefined || typeof total.becomes !== 'number') return undefined;
  const { was: before, becomes: during } = total;
  const shares = buckets.flatMap(({ edge, was, becomes }) =>
    was === undefined || typeof becomes !== 'number' || edge === Infinity
      ? []
      : [{ edge, was: 1 - was / before, share: 1 - becomes / during }],
  );
  return shares
    .filter(({ was, share }) => share > was + 1e-9 && share < 1)
    .toSorted((a, b) => a.edge - b.edge)
    .at(0);
};

/** Of what an alert tells, so much may lie beyond its edge while all is well. */
const wellWithin = 0.1;

/** Where the middle of what a histogram observes lies while all is well: no alert comes near to its limit. */
export const usualMedian = (family: string, edges: readonly number[], proofs: readonly Proven[]): number => {
  const limits = proofs.flatMap((proof) => beyondOf(proof, family) ?? []);
  const medians = limits.map(({ edge, share }) => medianFor(edge, share * wellWithin));
  return Math.min(...medians, edges[Math.floor(edges.length * 0.35)] ?? 0.1);
};
