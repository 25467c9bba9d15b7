import { isLifelike } from '#derive/course/range.js';
import type { Shape } from '#derive/course/shape.js';
import { relatedTo } from './constants.js';
import type { Unit } from './stage.js';
import { largeOf } from './large.js';

/** Numbers worth a try in an expression. */
export interface Numbers {
  readonly levels: readonly number[];
  readonly slopes: readonly number[];
  readonly ramps: readonly number[];
  /** Limits that may be times, in seconds. */
  readonly times: readonly number[];
  /** How many samples the shortest window holds. */
  readonly samples: number;
}

const rounded = (values: readonly number[]): readonly number[] => [
  ...new Set(values.map((value) => Number(value.toPrecision(8)))),
];

/** What lies about the limits, and what they come to together. */
export const numbersOf = (
  limits: readonly number[],
  windows: readonly number[],
  samples: number,
): Numbers => {
  const constants = relatedTo(limits);
  const levels = rounded([
    ...[0, 1, 100],
    ...constants.flatMap((c) => [c, c * 1.25, c * 0.75, c + 1, c - 1, c * 2]),
    ...constants.flatMap((c) => [c / 100, c * 125, c * 75, c / 80, c / 125, c * 0.1]),
    ...[2, 5, 10, 1_000, 0.5, 0.01, 1e6, -1],
  ]);
  const perWindow = constants.flatMap((c) =>
    windows.flatMap((seconds) => [(c * 1.25) / seconds, (c * 0.75) / seconds, (c * 2) / seconds]),
  );
  const notNegative = levels.filter((value) => value >= 0);
  return {
    levels,
    slopes: rounded([...notNegative.slice(0, 40), ...perWindow.filter((value) => value >= 0)]),
    ramps: rounded(
      [...levels.slice(0, 12), ...perWindow].flatMap((value) => [value, -value, value / 3600, -value / 3600]),
    ),
    times: limits.filter((c) => c >= 60).slice(0, 4),
    samples,
  };
};

/** The shapes that a unit may take, what is lifelike by its metric's name first and, unless anything goes, alone. */
export const optionsOf = (unit: Unit, numbers: Numbers, anything: boolean): readonly Shape[] => {
  if (unit.edges) return observed(unit.edges);
  const fits = (value: number): boolean => anything || isLifelike(unit.name, value);
  return unit.kinds.flatMap((kind): readonly Shape[] => {
    switch (kind) {
      case 'level':
        return numbers.levels.filter(fits).map((value) => ({ kind, value }));
      case 'stamp':
        return numbers.levels.flatMap((ago) =>
          (ago > 0 ? [ago, -ago] : [ago]).map((each) => ({ kind, ago: each })),
        );
      case 'slope':
        return numbers.slopes.map((perSecond) => ({ kind, perSecond }));
      case 'ramp':
        return [largeOf(unit.name), 10, 100, 1e6, largeOf(unit.name) / 10, 0]
          .filter(fits)
          .flatMap((from) =>
            [...ways(from, numbers.times), ...numbers.ramps].map((perSecond) => ({ kind, from, perSecond })),
          );
      case 'flap':
        return [1, 2, 3, 5, 10, Math.ceil(numbers.samples / 2)].flatMap((every) =>
          (unit.isNoisy ? numbers.levels.slice(0, 12) : [1]).map((high) => ({ kind, low: 0, high, every })),
        );
      case 'saw':
        return [2, 3, 5, 10].map((every) => ({ kind, every }));
      default:
        return [];
    }
  });
};

/** Paces at which what is so large is gone, or twice as large, after one of these times; and somewhat later. */
const ways = (from: number, times: readonly number[]): readonly number[] =>
  times.flatMap((seconds) =>
    [1.5, 0.5].flatMap((share) => [(-from * share) / seconds, (from * share) / seconds]),
  );

/** A size in the middle of each bucket, and one beyond the last. */
const observed = (edges: readonly number[]): readonly Shape[] => [
  ...edges.map((edge, i): Shape => ({ kind: 'histogram', observed: (edge + (edges[i - 1] ?? 0)) / 2 })),
  { kind: 'histogram', observed: (edges.at(-1) ?? 1) * 2 },
];
