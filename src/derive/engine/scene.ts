import type { Release } from '#ground/release.js';
import { type Track, track } from './track.js';
import type { Series, World } from './world.js';

/** A world as it is read. */
export interface Scene {
  readonly tracks: readonly Track[];
  /** Milliseconds between the values of a subquery that says no step. */
  readonly step: number;
  /** Whether a window leaves out what lies exactly at its start: since Prometheus 3.0. */
  readonly isLeftOpen: boolean;
  /** Whether a counter is taken to begin at its zero however far the window reaches before it: before Prometheus 2.52. */
  readonly isZeroFirst: boolean;
}

const partsOf = (release: Release): readonly [major: number, minor: number] => {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return [major, minor];
};
const isBefore = (release: Release, other: Release): boolean => {
  const [[major, minor], [otherMajor, otherMinor]] = [partsOf(release), partsOf(other)];
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
};

interface Followed {
  readonly interval: number;
  readonly track: Track;
}
const followed = new WeakMap<Series, Followed>();

/** A series that stands in many worlds is followed once. */
const trackOf = (series: Series, interval: number): Track => {
  const found = followed.get(series);
  if (found?.interval === interval) return found.track;
  const made = track(series, interval);
  followed.set(series, { interval, track: made });
  return made;
};

const built = ({ series, interval, step = 60, release }: World): Scene => ({
  tracks: series.map((each) => trackOf(each, Math.round(interval * 1_000))),
  step: Math.round(step * 1_000),
  isLeftOpen: release === undefined || !isBefore(release, '3.0'),
  isZeroFirst: release !== undefined && isBefore(release, '2.52'),
});

const scenes = new WeakMap<World, Scene>();

/** The same world is built once, however many expressions read it. */
export const sceneOf = (world: World): Scene => {
  const found = scenes.get(world) ?? built(world);
  scenes.set(world, found);
  return found;
};

/** What is made of a scene, once: an expression is read at many moments of one scene, then of the next. */
export const perScene = <Made>(make: (scene: Scene) => Made): ((scene: Scene) => Made) => {
  let last: { readonly scene: Scene; readonly made: Made } | undefined;
  return (scene) => {
    if (last?.scene !== scene) last = { scene, made: make(scene) };
    return last.made;
  };
};
