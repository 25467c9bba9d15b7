import { edgesOf, exported, shownBy } from './exported.js';
import { grown } from './grown.js';
import type { Placed } from './place.js';
import { scrapedOf } from './place.js';
import { platformTracks } from './platform.js';
import { repaired } from './repaired.js';
import { settled } from './settled.js';
import type { Track } from './track.js';
import { type World, worldOf } from './world.js';

/** An application with all of its series while all is well. */
export interface Drawn {
  readonly placed: Placed;
  readonly world: World;
  readonly tracks: readonly Track[];
}

/** By what one series is told from all others. */
export const trackKey = ({ name, labels }: Pick<Track, 'name' | 'labels'>): string =>
  `${name}{${Object.keys(labels)
    .sort()
    .map((label) => `${label}=${JSON.stringify(labels[label])}`)
    .join(',')}}`;

/** All series of an application while all is well: those of its targets, and what the platform tells of it. */
export const drawn = (placed: Placed): Drawn => {
  const { application } = placed;
  const world = worldOf(application);
  const targets = scrapedOf(placed);
  const shown = shownBy(targets);
  const edges = edgesOf(shown);
  const own = shown.flatMap((each) => exported(each, application.name, world, edges));
  const known = new Set(shown.map(({ metric }) => metric.name));
  const all = repaired([...own, ...platformTracks(application, targets, known, world)], world);
  const each = new Map(grown(settled(all, world)).map((track) => [trackKey(track), track]));
  return { placed, world, tracks: [...each.values()] };
};
