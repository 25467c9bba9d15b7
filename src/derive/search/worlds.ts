import type { Series, World } from '#derive/engine/world.js';
import { type Phase, sampleAt } from '#derive/course/phase.js';
import type { Shape } from '#derive/course/shape.js';
import type { Made, Stage } from './stage.js';

const seriesOf = (made: Made, phases: readonly Phase[], scrape: number): Series => ({
  name: made.name,
  labels: made.labels,
  at: (seconds) => sampleAt(phases, made.le, seconds, scrape) ?? 'stale',
});

/** The series of a stage with a course for each unit. */
export const worldOf = (
  { made }: Stage,
  phasesOf: (unit: number) => readonly Phase[],
  scrape: number,
  step: number,
): World => ({
  interval: scrape,
  step,
  series: made.map((each) => seriesOf(each, phasesOf(each.unit), scrape)),
});

/** One shape, from the beginning to the end. */
const steady = (shape: Shape): readonly Phase[] => [{ from: 0, shape, anchor: 0 }];

/** Worlds in which nothing changes. What has the same shape in two of them is the same series, which is sampled once. */
export const steadyWorlds = (
  { made }: Stage,
  scrape: number,
  step: number,
): ((shapeOf: (unit: number) => Shape) => World) => {
  const known = made.map(() => new WeakMap<Shape, Series>());
  return (shapeOf) => ({
    interval: scrape,
    step,
    series: made.map((each, i) => {
      const shape = shapeOf(each.unit);
      const series = known[i]?.get(shape) ?? seriesOf(each, steady(shape), scrape);
      known[i]?.set(shape, series);
      return series;
    }),
  });
};
