import type { Shape } from '#derive/course/shape.js';

/** A course for each coordinate: of a unit, or of a unit before the fault and while it lasts. */
export type Shapes = readonly Shape[];

/** What is searched: shapes under which an alert fires, and such under which it stays quiet. */
export interface Puzzle {
  /** What each coordinate may be. */
  readonly options: readonly (readonly Shape[])[];
  /** What each is at first. */
  readonly start: Shapes;
  /** Coordinates by which a fault and a quiet course may differ. */
  readonly movable: readonly number[];
  /** How far the alert is from firing. */
  readonly measure: (shapes: Shapes) => number;
  readonly fires: (shapes: Shapes) => boolean;
  readonly isQuiet: (shapes: Shapes) => boolean;
  /** Whether a coordinate is of one of several series of a metric. */
  readonly isCounted: (coordinate: number) => boolean;
  /** Whether a coordinate is of what comes in whole numbers, as far as its metric's name tells. */
  readonly counts: (coordinate: number) => boolean;
  /** Whether a number is one that a coordinate takes in life. */
  readonly fits: (coordinate: number, amount: number) => boolean;
  /** Whether a border may be touched exactly: not where sums of fractions decide on which side it lies. */
  readonly mayTouch: boolean;
  /** What a try costs of the budget. */
  readonly cost: number;
}

/** A fault, and the nearest course under which the alert stays quiet. */
export interface Border {
  readonly fault: Shapes;
  readonly quiet: Shapes;
  /** Quiet by far, where that is another course. */
  readonly well?: Shapes;
  /** Other courses under which it is quiet, each by another coordinate. */
  readonly others: readonly Shapes[];
  readonly isVacuous: boolean;
}

/** How much may still be tried: a number of samples that are read, so that the same is found on every machine. */
export interface Budget {
  left: number;
}
