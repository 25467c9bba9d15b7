import type { MetricInfo } from '#promql/metric/metric.js';
import { storedBy } from '#application/scrape.js';
import { inSeconds } from '#ground/duration.js';
import { seedOf } from './noise.js';
import type { Target } from './place.js';
import type { Track } from './track.js';
import { usualMedian } from './distribution.js';
import { numbersOf, usualGain, usualValue } from './usual.js';
import { type Read, ownLabelsOf } from './values.js';
import { weightOf } from './words.js';
import type { World } from './world.js';

type Labels = Readonly<Record<string, string>>;

/** One metric with the targets that show it. */
export interface Shown {
  readonly metric: MetricInfo;
  readonly targets: readonly Target[];
}

/** The edges of histograms, by their names. */
export type Edges = ReadonlyMap<string, readonly number[]>;

/** Series are taken no more often than this, though they be scraped more often: no window is so short that it would show. */
const soonest = 15;

/** What all targets of an application together gain a second, where a proof tells it. */
const provenGain = (name: string, world: World): number | undefined => {
  const gains = world.proofs.flatMap(({ series }) => {
    const own = series.filter(({ metric, labels }) => metric.name === name && labels['le'] === undefined);
    const known = own.flatMap((each) => numbersOf(each).was ?? []);
    return known.length > 0 && known.length === own.length
      ? [known.reduce((sum, each) => sum + each, 0)]
      : [];
  });
  return gains.find((each) => each > 0) ?? (name.includes('miss') ? aQuarterOf(name, world) : gains[0]);
};

/** Some of what is looked for is never found, though a proof need not say so: a quarter of what its fault has. */
const aQuarterOf = (name: string, { proofs }: World): number | undefined =>
  proofs
    .flatMap(({ series }) => series.filter(({ metric }) => metric.name === name))
    .flatMap((each) => numbersOf(each).becomes ?? [])
    .flatMap((each) => (typeof each === 'number' ? [each / 4] : []))
    .at(0);

/** Values that only faults have, by what proofs say, are rare. */
const isRare = (label: string, value: string, { proven }: Read): boolean => {
  const having = proven.filter(({ labels }) => labels[label] === value);
  const isNothing = (each: (typeof proven)[number]): boolean => numbersOf(each).was === 0;
  return having.length > 0 && having.every(isNothing) && !proven.every(isNothing);
};

/** How much of what a target sees has these labels. */
const weightsOf = (all: readonly Labels[], read: Read): readonly number[] => {
  const places = new Map<string, Map<string, number>>();
  const placeOf = (label: string, value: string): number => {
    const known = places.get(label) ?? new Map<string, number>();
    places.set(label, known);
    const place = known.get(value) ?? known.size;
    known.set(value, place);
    return place;
  };
  const weights = all.map((labels) =>
    Object.entries(labels).reduce((product, [label, value]) => {
      const weight = weightOf(label, value, placeOf(label, value));
      return product * (isRare(label, value, read) ? Math.min(weight, 0.03) : weight);
    }, 1),
  );
  const whole = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => (whole > 0 ? each / whole : 0));
};

const everyOf = ({ scrape }: Target): number => Math.max(soonest, inSeconds(scrape.interval));

const label = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join();

const counters = (shown: Shown, of: string, world: World, edges: Edges): readonly Track[] => {
  const { metric, targets } = shown;
  const { family, buckets = [] } = metric;
  const count = family === undefined ? metric.name : `${family}_count`;
  const read = world.read(metric.name);
  const proven = provenGain(count, world);
  const whole = targets.reduce((sum, { weight }) => sum + weight, 0);
  const median = family === undefined ? 0 : usualMedian(family, edges.get(family) ?? [], world.proofs);
  const isBuckets = metric.ownLabels.includes('le');
  // All parts of a histogram have the labels that its buckets have.
  const shape =
    family === undefined || isBuckets ? metric : { ...metric, ownLabels: [...metric.ownLabels, 'le'] };
  const own = ownLabelsOf(shape, read);
  const weights = weightsOf(own, read);
  const isNode = metric.unit === 'coreSeconds' && metric.ownLabels.includes('mode');
  const cpus = new Set(own.map((each) => each['cpu'])).size;
  return targets.flatMap((target) => {
    const gain = isNode
      ? cpus
      : proven === undefined
        ? family === undefined
          ? usualGain(metric)
          : usualGain({ ...metric, unit: 'count', name: family })
        : (proven * target.weight) / whole;
    return own.flatMap((each, i): readonly Track[] => {
      const labels = { ...target.labels, ...each };
      const track = {
        ...{ name: metric.name, metric, of, every: everyOf(target), kind: 'counter' as const },
        ...{ base: gain * (weights[i] ?? 0), sway: 0.12, follows: isNode ? 0 : 1, faults: [] },
        // The parts of one histogram go together.
        seed: seedOf(`${family ?? metric.name}${label(labels)}`),
      };
      if (family === undefined) return [{ ...track, labels }];
      if (metric.name.endsWith('_sum'))
        return [{ ...track, labels, observed: { edge: 'sum' as const, median } }];
      if (!isBuckets) return [{ ...track, labels }];
      return [...buckets, Infinity].map((edge) => ({
        ...track,
        labels: { ...labels, le: edge === Infinity ? '+Inf' : String(edge) },
        observed: { edge, median },
      }));
    });
  });
};

const gauges = ({ metric, targets }: Shown, of: string, world: World): readonly Track[] => {
  const read = world.read(metric.name);
  const own = ownLabelsOf(metric, read);
  // What is summed up comes to what one would be.
  const isShared = metric.unit === 'count' && own.length > 1 && world.summed.has(metric.name);
  const weights = weightsOf(own, read);
  return targets.flatMap((target) =>
    own.map((each, i) => {
      const labels = { ...target.labels, ...each };
      const { base: whole, sways } = usualValue(metric, each);
      const base = isShared ? whole * (weights[i] ?? 0) : whole;
      return {
        ...{ name: metric.name, metric, of, every: everyOf(target), kind: 'gauge' as const, labels, base },
        ...{ sway: sways ? base * 0.06 : 0, follows: sways && metric.unit === 'count' ? 0.5 : 0 },
        ...(metric.unit === 'timestamp' && { age: ageOf(metric.name) }),
        seed: seedOf(metric.name + label(labels)),
        faults: [],
      };
    }),
  );
};

/** Times are of the last hour, but for those of beginnings, and those that lie ahead. */
export const ageOf = (name: string): number => {
  if (/expir|not_after/.test(name)) return -60 * 86_400;
  return /start|boot|created/.test(name) ? 9 * 86_400 : 3600;
};

/** What Prometheus itself says of each scrape. */
const ofScrapes: Readonly<Record<string, number>> = {
  up: 1,
  scrape_duration_seconds: 0.012,
  scrape_samples_scraped: 420,
  scrape_samples_post_metric_relabeling: 420,
  scrape_series_added: 0,
};

/** The series of a metric as all targets show it that have it. */
export const exported = (shown: Shown, of: string, world: World, edges: Edges): readonly Track[] => {
  const fixed = ofScrapes[shown.metric.name];
  if (fixed !== undefined)
    return gauges(shown, of, world).map((track) => ({
      ...track,
      base: fixed,
      sway: fixed < 0.1 ? fixed * 0.3 : 0,
      follows: 0,
    }));
  return shown.metric.kind === 'counter' ? counters(shown, of, world, edges) : gauges(shown, of, world);
};

export const edgesOf = (shown: readonly Shown[]): Edges =>
  new Map(
    shown.flatMap(({ metric: { family, buckets } }) =>
      family !== undefined && buckets !== undefined ? [[family, buckets]] : [],
    ),
  );

/** Every metric that an application's targets show, with its targets; of what is stored otherwise than as a plain number there is none. */
export const shownBy = (targets: readonly Target[]): readonly Shown[] => {
  const byName = new Map<string, Shown>();
  for (const target of targets)
    for (const metric of storedBy(target.scrape).values()) {
      if (metric.stored !== undefined) continue;
      const known = byName.get(metric.name);
      byName.set(metric.name, { metric, targets: [...(known?.targets ?? []), target] });
    }
  return [...byName.values()];
};
