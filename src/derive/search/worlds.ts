import type { Series, World } from '#derive/engine/world.js';
import { type Phase, sampleAt } from '#derive/course/phase.js';
import type { Shape } from '#derive/course/shape.js';
import type { Made, Stage } from './stage.js';

/** The phases of a unit's course. */
export type PhasesOf = (unit: number) => readonly Phase[];

const seriesOf = (made: Made, phases: readonly Phase[], scrape: number): Series => ({
  name: made.name,
  labels: made.labels,
  at: (seconds) => sampleAt(phases, made.le, seconds, scrape) ?? 'stale',
});

/** The series of a stage with a course for each unit. */
export const worldOf = ({ made }: Stage, phasesOf: PhasesOf, scrape: number, step: number): World => ({
  interval: scrape,
  step,
  series: made.map((each) => seriesOf(each, phasesOf(each.unit), scrape)),
});

/** One shape, from the beginning to the end. */
export const steady = (shape: Shape): readonly Phase[] => [{ from: 0, shape, anchor: 0 }];
