import type { Line } from '#dashboards/threshold.js';

/** Where a dial begins and ends. */
export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** As far beyond a limit as a half of what is well before it: two thirds of the dial are well then. */
const beyond = 1.5;

/**
 * The ends of a dial of shares, from nothing to all: so much of it that no more than a third is bad, where it would be more than a half. Of
 * errors, of which 5% are too many, it ends at 7.5%; of hits, of which under 70% are too few, it begins at 55%. Beyond its end a dial is full,
 * and its number says by how much.
 */
export const dialOfShares = (lines: readonly Line[]): Ends => {
  const at = (operators: readonly Line['operator'][]): readonly number[] =>
    lines.filter(({ operator }) => operators.includes(operator)).map(({ limit }) => limit.value);
  const most = Math.max(0, ...at(['>', '>=']));
  const least = Math.max(0, ...at(['<', '<=']));
  return {
    min: least > 0.5 ? rounded(1 - beyond * (1 - least)) : 0,
    max: most > 0 && most < 0.5 ? rounded(beyond * most) : 1,
  };
};

/** Without the noise of binary fractions. */
const rounded = (value: number): number => Number(value.toPrecision(6));
