import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { matched } from './matched.js';
import type { Track } from './track.js';
import { numbersOf } from './usual.js';
import type { World } from './world.js';

/** Of a value that is nothing while all is well and much during a fault, so much is there in life. */
const quarter = 0.25;
/** Queues are all but empty while all is well. */
const shareOf = (name: string): number => (/queue|messages/.test(name) ? 0.03 : quarter);

/** Hardly any session waits for a lock, though a proof that counts sessions need not tell them apart. */
const waitsForLock = ({ kind, labels }: Track): boolean =>
  kind === 'gauge' && labels['wait_event_type'] === 'Lock';

/** A number of at least this many is of what there are always some of. */
const many = 10;

/**
 * Gauges that alerts read, as their proofs have them while all is well: where a proof has nothing then and much later, a quarter of that;
 * where it has one value all the time, exactly that. Several that are summed up share it.
 */
export const settled = (tracks: readonly Track[], world: World): readonly Track[] => {
  const held = new Map<Track, Pick<Track, 'base' | 'sway' | 'follows'>>();
  const gauges = new Map<string, Track[]>();
  for (const each of tracks)
    if (each.kind === 'gauge' && each.age === undefined)
      gauges.set(each.name, [...(gauges.get(each.name) ?? []), each]);
  for (const { series } of world.proofs)
    for (const behaviour of series) {
      const { name, unit } = behaviour.metric;
      const own = gauges.get(name);
      if (!own || behaviour.course.type !== 'gauge') continue;
      const { was, becomes } = numbersOf(behaviour);
      if (was === undefined) continue;
      const meant = matched(behaviour, own, world.read(name).selectors, 'any such').filter(
        (each) => !held.has(each),
      );
      const parts = world.summed.has(name) && unit !== 'boolean' ? Math.max(1, meant.length) : 1;
      const far = typeof becomes === 'number' ? becomes - was : 0;
      const value = was === 0 && far >= many && unit !== 'boolean' ? shareOf(name) * far : was;
      const sway = unit === 'boolean' || far === 0 ? 0 : Math.min(Math.abs(far), Math.max(value, 0)) * 0.1;
      for (const each of meant) held.set(each, { base: value / parts, sway: sway / parts, follows: 0 });
    }
  return tracks.map((each) => ({
    ...each,
    ...(waitsForLock(each)
      ? { base: 0.3, sway: 0.4, follows: 0 }
      : (held.get(each) ?? asOthers(each, world))),
  }));
};

/** Of a gauge that proofs know, and not this one of it: what theirs holds; nothing where several are summed up, so that they come to what the proof has. */
const asOthers = (
  { kind, name, labels, metric: { unit } }: Track,
  world: World,
): Partial<Track> | undefined => {
  if (kind !== 'gauge' || unit === 'boolean' || unit === 'timestamp') return undefined;
  const alike = (each: Behaviour): number =>
    Object.entries(each.labels).filter(([label, value]) => labels[label] === value).length;
  const known = world
    .read(name)
    .proven.toSorted((a, b) => alike(b) - alike(a))
    .flatMap((each) => numbersOf(each).was ?? [])
    .at(0);
  if (known === undefined) return undefined;
  return world.summed.has(name) && unit === 'count'
    ? { base: 0, sway: 0, follows: 0 }
    : { base: known, sway: known * 0.03, follows: 0 };
};
