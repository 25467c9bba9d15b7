import type { Shape } from './shape.js';

/** A stretch of time in which a series keeps its shape, up to the next. */
export interface Phase {
  /** Seconds since the beginning. */
  readonly from: number;
  readonly shape: Shape;
  /** The moment at which a ramp is where it starts from. */
  readonly anchor: number;
  /** Whether counters begin anew, as they do when what counts restarts. */
  readonly isRestart?: true;
}

/** How many events a second a histogram sees. */
const perSecond = 10;

/** By how much a counter grows a second; nothing for what is no counter. `le` is the upper edge of a bucket. */
const growth = (shape: Shape, le: number | undefined): number | undefined => {
  if (shape.kind === 'slope') return shape.perSecond;
  return shape.kind === 'histogram' ? (shape.observed <= (le ?? Infinity) ? perSecond : 0) : undefined;
};

const valueIn = (
  phases: readonly Phase[],
  nth: number,
  le: number | undefined,
  seconds: number,
  scrape: number,
): number | undefined => {
  const phase = phases[nth];
  if (!phase) return undefined;
  const { shape, from, anchor } = phase;
  const sample = Math.round(seconds / scrape);
  switch (shape.kind) {
    case 'missing':
      return undefined;
    case 'level':
      return shape.value;
    case 'ramp':
      return shape.from + shape.perSecond * (seconds - anchor);
    case 'flap':
      return Math.floor(sample / shape.every) % 2 === 0 ? shape.low : shape.high;
    case 'saw':
      return sample % shape.every;
    case 'stamp':
      return seconds - shape.ago;
    default:
      return begun(phases, nth, le, from, scrape) + (growth(shape, le) ?? 0) * (seconds - from);
  }
};

/** Where a counter stands when a phase begins: where the one before has left it. */
const begun = (
  phases: readonly Phase[],
  nth: number,
  le: number | undefined,
  from: number,
  scrape: number,
): number => {
  const before = phases[nth - 1];
  const here = phases[nth];
  // What has happened since the last scrape before is counted already.
  if (here?.isRestart) return (growth(here.shape, le) ?? 0) * scrape;
  return before && growth(before.shape, le) !== undefined
    ? (valueIn(phases, nth - 1, le, from, scrape) ?? 0)
    : 0;
};

/** The sample of a series at a moment, by its phases in the order of time. */
export const sampleAt = (
  phases: readonly Phase[],
  le: number | undefined,
  seconds: number,
  scrape: number,
): number | undefined => {
  let nth = 0;
  while (nth + 1 < phases.length && (phases[nth + 1]?.from ?? Infinity) <= seconds) nth += 1;
  return valueIn(phases, nth, le, seconds, scrape);
};
