import { inRange, type Step } from '#browser/panel/chart/limits.js';

/** A part of a range that one colour holds; from 0 to 1. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** The colours of thresholds along a range, from its beginning to its end. */
export const bandsOf = (
  given: readonly Step[],
  isPercent: boolean,
  min: number,
  max: number,
): readonly Band[] => {
  const steps = isPercent ? inRange(given, min, max) : given;
  const share = (value: number): number => Math.min(1, Math.max(0, (value - min) / (max - min)));
  const starts = steps
    .map(({ value, color }) => ({
      at: value === null || value === -Infinity ? 0 : share(value),
      colour: color,
    }))
    .sort((a, b) => a.at - b.at);
  return starts.flatMap(({ at, colour }, index) => {
    const to = starts[index + 1]?.at ?? 1;
    return to > at ? [{ from: at, to, colour }] : [];
  });
};
