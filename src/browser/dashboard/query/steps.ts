import { rangeUtil } from '@grafana/data';

/** What decides on how fine a range is asked for; lengths in milliseconds. */
export interface Fineness {
  readonly from: number;
  readonly to: number;
  /** How many points a panel can show: as many as it has pixels. */
  readonly maxDataPoints: number;
  /** The shortest step, of the target, else of the panel, else of the data source. */
  readonly minStep: number;
  /** How often series are scraped: the target's own step, else the data source's. */
  readonly scrape: number;
  /** By which the step is multiplied. */
  readonly factor: number;
}

/** Prometheus refuses a range of more points than this. */
const mostPoints = 11_000;

/** A length of time as Prometheus reads it: `1h30m`, `15s`, `100ms`. */
export const durationOf = (milliseconds: number): string => {
  let left = Math.max(1, Math.round(milliseconds));
  const parts: string[] = [];
  for (const [unit, size] of [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count}${unit}`);
    left -= count * size;
  }
  return parts.join('');
};

/** The step of a range as Grafana takes it: the range by its points, rounded to what people read, never below the shortest. */
export const stepOf = ({ from, to, maxDataPoints, minStep, factor }: Fineness): number => {
  const range = to - from;
  const wanted = Math.max(rangeUtil.roundInterval(range / Math.max(1, maxDataPoints)), minStep);
  const safe = rangeUtil.roundInterval(range / mostPoints);
  return Math.max(wanted, safe) * factor;
};

/** Grafana's `$__rate_interval`: wide enough that a rate has four samples, and follows the step. */
export const rateIntervalOf = (step: number, scrape: number): number => Math.max(step + scrape, 4 * scrape);

/** The ends of a range on multiples of its step, in seconds: what is asked again a moment later gives the same points. */
export const aligned = (from: number, to: number, step: number): readonly [start: number, end: number] => {
  const on = (time: number): number => (Math.floor(time / step) * step) / 1000;
  return [on(from), on(to)];
};
