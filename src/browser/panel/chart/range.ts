import uPlot from 'uplot';

/** By what the ends of an axis are bounded. Soft ends hold until data goes beyond them, hard ones always. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly softMin?: number | undefined;
  readonly softMax?: number | undefined;
}

const least = (value: number | undefined): number => value ?? -Infinity;
const most = (value: number | undefined): number => value ?? Infinity;

/** From where to where an axis of numbers goes: with a tenth of room beyond the data, and at zero where it is near. */
export const rangeOf = (
  low: number | null,
  high: number | null,
  bounds: Bounds,
): readonly [number, number] => {
  const { min, max, softMin, softMax } = bounds;
  if (min !== undefined && max !== undefined && max > min) return [min, max];
  const nothing = low === null || high === null;
  const from = nothing ? (min ?? softMin ?? 0) : low;
  const to = nothing ? (max ?? softMax ?? Math.max(from + 100, 100)) : high;
  const [start, end] = uPlot.rangeNum(from, to, {
    min: { pad: 0.1, hard: least(min), soft: softMin ?? 0, mode: softMin === undefined ? 3 : 1 },
    max: { pad: 0.1, hard: most(max), soft: softMax ?? 0, mode: softMax === undefined ? 3 : 1 },
  });
  const bottom = min ?? start ?? 0;
  const top = max ?? end ?? 100;
  return top > bottom ? [bottom, top] : [bottom, bottom + 1];
};
