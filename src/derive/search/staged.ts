import type { Course, InputSeries, Moments } from '#derive/derivation.js';
import type { World } from '#derive/engine/world.js';
import { notation } from '#derive/course/notation.js';
import type { Phase } from '#derive/course/phase.js';
import { saidOf } from '#derive/course/said.js';
import { type Shape, missing } from '#derive/course/shape.js';
import type { Stage } from './stage.js';
import { worldOf } from './worlds.js';

/** Courses of a stage's units over the whole time. */
export interface Acts {
  readonly before: readonly Shape[];
  readonly during: readonly Shape[];
  /** Once the fault is over: one after the other, the last to the end. */
  readonly after: readonly (readonly Shape[])[];
  /** Seconds for which each of them lasts. */
  readonly each: number;
  /** Seconds after which counters begin anew while the fault lasts. */
  readonly restart?: number;
}

/** Once all is well it is as before: a counter that is read as it stands has begun anew. */
const phasesOf =
  ({ before, during, after, each, restart }: Acts, { begins, ends }: Moments) =>
  (unit: number): readonly Phase[] => {
    const [was, is] = [before[unit] ?? missing, during[unit] ?? missing];
    return [
      { from: 0, shape: was, anchor: begins },
      { from: begins, shape: is, anchor: begins },
      ...(restart === undefined
        ? []
        : [{ from: restart, shape: is, anchor: begins, isRestart: true } as const]),
      ...after.map((shapes, i) => ({
        from: ends + i * each,
        shape: shapes[unit] ?? missing,
        anchor: ends + i * each,
      })),
    ];
  };

/** The world of a stage over the whole time. */
export const stagedWorld = (stage: Stage, acts: Acts, moments: Moments): World =>
  worldOf(stage, phasesOf(acts, moments), moments.scrape, moments.interval);

/** The same as promtool takes it, and as it is said of the units that differ. */
export const courseOf = (
  stage: Stage,
  acts: Acts,
  moments: Moments,
  differing: readonly number[],
): Course => {
  const { series } = stagedWorld(stage, acts, moments);
  const count = Math.floor(moments.until / moments.scrape) + 1;
  return {
    series: series.flatMap(({ name, labels, at }): readonly InputSeries[] => {
      const samples = Array.from({ length: count }, (_, i) => {
        const found = at(i * moments.scrape);
        return typeof found === 'number' ? found : undefined;
      });
      return samples.every((each) => each === undefined) ? [] : [{ name, labels, values: notation(samples) }];
    }),
    said: differing.flatMap((unit) => {
      const { name, labels } = stage.units[unit] ?? {};
      const shape = acts.during[unit] ?? missing;
      const alike = stage.made.filter((each) => each.unit === unit && each.le === undefined).length - 1;
      const more = alike > 0 ? ` (and so ${alike === 1 ? 'is one other' : `are ${alike} others`})` : '';
      return name !== undefined && labels ? [saidOf(name, labels, shape) + more] : [];
    }),
  };
};
