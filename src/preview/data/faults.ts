import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { levelAt as motionAt } from '#alerts/scenario/motion.js';
import { reads } from '#alerts/scenario/selected.js';
import { selectors } from '#promql/expr/ast.js';
import { valuedSelectors } from '#promql/expr/recorded.js';
import { lookBack } from '#promql/expr/look-back.js';
import { beyondOf } from './distribution.js';
import type { Planned } from './incident.js';
import { medianFor } from './latency.js';
import { matched } from './matched.js';
import type { Fault, Track } from './track.js';
import { numbersOf } from './usual.js';
import type { World } from './world.js';

/** What each series does during a fault, of those that do something else then. */
export type Faults = ReadonlyMap<Track, readonly Fault[]>;

/** A proof stands just over the limit, at which noise would have an alert come and go: life is a little further. */
const further = 1.3;

/** A series with what it does instead. */
type Changed = readonly [track: Track, fault: Partial<Fault>];

interface Meant {
  readonly behaviour: Behaviour;
  readonly tracks: readonly Track[];
}

/**
 * Labels by which neither the proof tells its series of one metric apart, nor its alert one from another: whatever they hold, it is added up. A proof has
 * one value where there may be several.
 */
const addedUp = (behaviour: Behaviour, { proven }: Planned): readonly string[] => {
  const told = Object.keys(proven.rule.scenarios().fires[0]?.tells[0].labels ?? {});
  const alike = proven.series.filter(({ metric }) => metric.name === behaviour.metric.name);
  return Object.entries(behaviour.labels).flatMap(([label, value]) =>
    !told.includes(label) && alike.every(({ labels }) => labels[label] === value) ? [label] : [],
  );
};

/** Each series of the proof with those of ours of which it tells, among those that its alert reads. */
const meantBy = (plan: Planned, tracks: readonly Track[], world: World): readonly Meant[] => {
  const { rule, series } = plan.proven;
  const asked = valuedSelectors(rule.expr);
  return series.flatMap((behaviour) => {
    const { metric } = behaviour;
    const own = tracks.filter(
      ({ name, labels }) => name === metric.name && asked.some((each) => reads(each, { metric, labels })),
    );
    // Buckets are read by their edges, and the others of a histogram go with them.
    const any = own.length > 0 ? own : tracks.filter(({ name }) => name === metric.name);
    const wide = addedUp(behaviour, plan);
    const labels = Object.fromEntries(
      Object.entries(behaviour.labels).filter(([label]) => !wide.includes(label)),
    );
    const isGone = numbersOf(behaviour).becomes === 'missing';
    const found = matched(
      { ...behaviour, labels },
      any,
      world.read(metric.name).selectors,
      isGone ? 'any such' : 'those meant',
    );
    return found.length > 0 ? [{ behaviour, tracks: found }] : [];
  });
};

const add = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** A level in the parts that its series have of it. */
const shared = (level: number, tracks: readonly Track[]): readonly (readonly [Track, number])[] => {
  const whole = add(tracks.map(({ base }) => base));
  return tracks.map((each) => [each, whole > 0 ? (level * each.base) / whole : level / tracks.length]);
};

/** How much graver it must be than in the proof to be seen over windows that are longer than it lasts. */
const graver = ({ proven, from, to }: Planned): number => {
  const { expr } = proven.rule;
  const isRecorded = selectors(expr).some(({ metric }) => metric.recorded);
  return isRecorded ? Math.max(further, (1.5 * lookBack(expr)) / (to - from)) : further;
};

/** Shares of all that happens: as in the proof, and a little further from how it is while all is well. */
const ofShares = (meant: readonly Meant[], plan: Planned): readonly (readonly [Track, number])[] => {
  const numbers = meant.map(({ behaviour }) => numbersOf(behaviour));
  const during = numbers.map(({ becomes }) => (typeof becomes === 'number' ? becomes : 0));
  const before = numbers.map(({ was = 0 }) => was);
  const [total, usual] = [add(during), add(before)];
  if (total === 0) return meant.flatMap(({ tracks }) => tracks.map((each) => [each, 0] as const));
  const shares = during.map((each, i) => {
    const [then, now] = [usual > 0 ? (before[i] ?? 0) / usual : each / total, each / total];
    return Math.min(0.95, Math.max(0, then + graver(plan) * (now - then)));
  });
  const world = add([...new Set(meant.flatMap(({ tracks }) => tracks))].map(({ base }) => base));
  const whole = add(shares);
  return meant.flatMap(({ tracks }, i) => shared(((world || total) * (shares[i] ?? 0)) / whole, tracks));
};

/** What a counter gains a second during a fault, and whether that is more than before it. */
interface Grown {
  readonly level: number;
  readonly rises: boolean;
}

const ofCounters = (meant: readonly Meant[], plan: Planned): readonly Changed[] => {
  const { condition, expr } = plan.proven.rule;
  // What is divided by a gauge, as the use of a CPU by its limit, is no share of all that is counted.
  const isOfGauge = plan.proven.series.some(
    ({ course, metric }) => course.type === 'gauge' && metric.unit !== 'boolean',
  );
  const isShare =
    (condition.limit?.unit === 'ratio' && !isOfGauge) ||
    selectors(expr).some(({ metric }) => metric.recorded);
  const gone = meant.flatMap(({ behaviour, tracks }) =>
    numbersOf(behaviour).becomes === 'missing'
      ? tracks.map((each): Changed => [each, { level: 'missing' }])
      : [],
  );
  const there = meant.filter(({ behaviour }) => typeof numbersOf(behaviour).becomes === 'number');
  if (isShare)
    return [
      ...gone,
      ...ofShares(there, plan).map(([track, level]) => [track, { level, follows: true }] as const),
    ];
  const levels = new Map<Track, Grown>();
  for (const { behaviour, tracks } of there) {
    const { was = 0, becomes } = numbersOf(behaviour);
    if (typeof becomes !== 'number' || becomes === was) continue;
    const level = becomes === 0 ? 0 : Math.max(0, was + further * (becomes - was));
    for (const [track, part] of shared(level, tracks)) {
      const before = levels.get(track);
      const rises = becomes > was;
      // Several that grow where we have one are added up; else it does what the proof says first.
      if (before === undefined || (before.rises && rises))
        levels.set(track, { level: part + (before?.level ?? 0), rises });
    }
  }
  return [...gone, ...[...levels].map(([track, { level }]) => [track, { level }] as const)];
};

const ofGauges = (meant: readonly Meant[], { from }: Planned, world: World): readonly Changed[] =>
  meant.flatMap(({ behaviour, tracks }): readonly Changed[] => {
    const { metric, course } = behaviour;
    const motion =
      course.type === 'drawn' ? motionAt(course.becomes, { after: 0, now: from, fault: from }) : undefined;
    const becomes = motion ?? numbersOf(behaviour).becomes;
    if (becomes === undefined) return [];
    if (becomes === 'missing') return tracks.map((each): Changed => [each, { level: 'missing' }]);
    // A proof's moments count from its beginning.
    const value =
      metric.unit === 'timestamp'
        ? from + becomes
        : metric.unit === 'boolean'
          ? Math.floor(becomes)
          : becomes;
    if (!world.summed.has(metric.name) || metric.unit === 'boolean')
      return tracks.map((each): Changed => [each, { level: value }]);
    return shared(value, tracks).map(([track, level]) => [track, { level }] as const);
  });

/** Histograms: so much more lies beyond the edge at which the alert's limit is. */
const ofHistograms = (
  plan: Planned,
  tracks: readonly Track[],
  meant: readonly Meant[],
): readonly Changed[] => {
  const families = [...new Set(meant.flatMap(({ behaviour }) => behaviour.metric.family ?? []))];
  return families.flatMap((family) => {
    const beyond = beyondOf(plan.proven, family);
    if (!beyond) return [];
    const median = medianFor(beyond.edge, Math.min(0.85, beyond.share * Math.max(1.6, graver(plan))));
    const counted = meant.find(({ behaviour }) => behaviour.metric.family === family);
    const like = counted?.tracks.map(({ labels: { le: _, ...labels } }) => JSON.stringify(labels)) ?? [];
    return tracks
      .filter(
        ({ metric, observed, labels: { le: _, ...labels } }) =>
          metric.family === family && observed && like.includes(JSON.stringify(labels)),
      )
      .map((each) => [each, { median }] as const);
  });
};

/** What the series of an application do during a fault: those that its proof reads behave as in it, whatever they are of. */
export const faultsOf = (plan: Planned, tracks: readonly Track[], world: World): Faults => {
  const meant = meantBy(plan, tracks, world);
  const histograms = ofHistograms(plan, tracks, meant);
  const families = new Set(histograms.map(([{ metric }]) => metric.family));
  const others = meant.filter(
    ({ behaviour }) => !families.has(behaviour.metric.family) || behaviour.metric.family === undefined,
  );
  const counters = others.filter(({ behaviour }) => behaviour.course.type === 'counter');
  const gauges = others.filter(({ behaviour }) => behaviour.course.type !== 'counter');
  const all: readonly Changed[] = [
    ...histograms,
    ...ofCounters(counters, plan),
    ...ofGauges(gauges, plan, world),
  ];
  const down = all.filter(([track, fault]) => track.name === 'up' && fault.level === 0);
  // A target that does not answer shows nothing.
  const silent = down.flatMap(([{ labels: of }]) =>
    tracks
      .filter(
        ({ name, labels }) =>
          !/^(up|scrape_.*)$/.test(name) &&
          labels['job'] === of['job'] &&
          labels['instance'] === of['instance'],
      )
      .map((each): Changed => [each, { level: 'missing' }]),
  );
  const { from, to } = plan;
  // What a proof says first is of what goes wrong; what it says then is of others beside it.
  return new Map([...silent, ...all.toReversed()].map(([track, fault]) => [track, [{ ...fault, from, to }]]));
};
