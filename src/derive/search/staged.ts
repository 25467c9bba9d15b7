import type { Course, InputSeries, Moments } from '#derive/derivation.js';
import type { World } from '#derive/engine/world.js';
import { notation } from '#derive/course/notation.js';
import type { Phase } from '#derive/course/phase.js';
import { saidOf, saidOfBefore } from '#derive/course/said.js';
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

/** Which units are spoken of. */
export interface Spoken {
  /** Those that differ between fault and quiet. */
  readonly differing: readonly number[];
  /** Those that are the same in both. */
  readonly steady: readonly number[];
  /** Whether a change is told, so that what was before it matters. */
  readonly isChange: boolean;
}

/** So many others can be read at a glance. */
const mostBeside = 3;

/** The same as promtool takes it, and as it is said. */
export const courseOf = (
  stage: Stage,
  acts: Acts,
  moments: Moments,
  { differing, steady, isChange }: Spoken,
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
    said: differing.flatMap((unit) => clausesOf(stage, acts, unit, isChange)),
    beside: [
      ...steady.slice(0, mostBeside).flatMap((unit) => {
        const hosts = new Set(differing.map((each) => stage.units[each]?.labels['instance']));
        return clausesOf(withoutHost(stage, hosts), acts, unit, isChange);
      }),
      ...(steady.length > mostBeside ? [`${steady.length - mostBeside} more`] : []),
    ],
  };
};

/** What stands beside series of one host need not say again that it is of that one. */
const withoutHost = (stage: Stage, hosts: ReadonlySet<string | undefined>): Stage => ({
  ...stage,
  units: stage.units.map((unit) => {
    const { instance, ...labels } = unit.labels;
    return hosts.size === 1 && hosts.has(instance) ? { ...unit, labels } : unit;
  }),
});

const clausesOf = ({ units, made }: Stage, acts: Acts, nth: number, isChange: boolean): readonly string[] => {
  const unit = units[nth];
  if (!unit) return [];
  const [was, is] = [acts.before[nth] ?? missing, acts.during[nth] ?? missing];
  const alike = made.filter((each) => each.unit === nth && each.le === undefined).length - 1;
  const more = alike > 0 ? ` (and so ${alike === 1 ? 'is one other' : `are ${alike} others`})` : '';
  const before = isChange && JSON.stringify(was) !== JSON.stringify(is) ? saidOfBefore(unit.name, was) : '';
  return [saidOf(unit.name, unit.labels, is) + before + more];
};
