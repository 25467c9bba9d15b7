/** Where the crosshair of a chart stands that is hovered over, or moved by keys. */
export interface Hover {
  /** Of the times of the chart. */
  readonly index: number;
  /** Pixels in the window: where the crosshair is. */
  readonly x: number;
  readonly y: number;
  /** The time there, in milliseconds since 1970, and how far down it is, from 0 to 1. */
  readonly at: number;
  readonly down: number;
  /** Pixels in the plot: how far down. */
  readonly top: number;
  readonly isByKey: boolean;
  /** How far down a series is drawn there, in pixels of the plot; series are counted from 0. */
  readonly yOf: (series: number) => number;
}

/** What is inside the axes, in pixels of the chart. */
export interface Inside {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
