import type { Proven } from './world.js';

const minute = 60;

/** An incident with when it begins, and for how long it lasts, in seconds before now. */
export interface LaidOut {
  readonly proven: Proven;
  readonly begins: number;
  readonly lasts: number;
}

/** How long there is nothing else between one incident and the next, in seconds. */
const apart = 15 * minute;

/** Steps in which a time is looked for, in seconds. */
const step = 5 * minute;

const overlap = (one: LaidOut, other: LaidOut): boolean =>
  one.begins - one.lasts - apart < other.begins && other.begins - other.lasts - apart < one.begins;

const namesIn = ({ series }: Proven): readonly string[] =>
  series.map(({ metric: { name, family } }) => family ?? name);

/** Whether two incidents want different things of the same series. Whatever a target that is down shows is gone with it. */
const meet = (one: Proven, other: Proven): boolean => {
  const [names, others] = [namesIn(one), new Set(namesIn(other))];
  return names.includes('up') || others.has('up') || names.some((name) => others.has(name));
};

/** Those that keep hours come first, which are latest: now is in the hours that alerts keep. */
const keepsHours = ({ rule }: Proven): boolean => rule.scenarios().fires[0]?.begins !== undefined;

/**
 * Incidents of one application, each at a time of its own, the first of them last, as far as there is `room`, in seconds before now; where
 * there is none, beside others that are of other series; left out where there is none even so.
 *
 * @param first when the latest of them begins at the latest.
 */
export const laidOut = (
  proofs: readonly Proven[],
  { first, room }: { readonly first: number; readonly room: number },
  lengthOf: (proven: Proven) => number,
): readonly LaidOut[] =>
  [...proofs.filter(keepsHours), ...proofs.filter((each) => !keepsHours(each))].reduce<readonly LaidOut[]>(
    (placed, proven) => {
      const lasts = lengthOf(proven);
      const begin = Math.max(first, lasts);
      const times = Array.from({ length: Math.max(0, Math.floor((room - begin) / step) + 1) }, (_, i) => ({
        ...{ proven, lasts, begins: begin + i * step },
      }));
      const found =
        times.find((each) => !placed.some((other) => overlap(each, other))) ??
        times.find((each) => !placed.some((other) => overlap(each, other) && meet(proven, other.proven)));
      return found === undefined ? placed : [...placed, found];
    },
    [],
  );
