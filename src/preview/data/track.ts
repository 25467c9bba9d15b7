import type { MetricInfo } from '#promql/metric/metric.js';
import { now, traffic } from './clock.js';
import { shareWithin } from './latency.js';
import { noise } from './noise.js';

/** What a series does instead of what it usually does, between two times in seconds since 1970; `to` is outside. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  /** The value of a gauge, or what a counter gains a second; or that there is no sample. */
  readonly level?: number | 'missing';
  /** Whether the level goes with the traffic, as what is usual does. */
  readonly follows?: boolean;
  /** Of a histogram: where the middle of what it observes lies instead. */
  readonly median?: number;
}

/** One series, and how it goes. */
export interface Track {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metric: MetricInfo;
  /** The applications of which it is; of the platform's there may be several. */
  readonly of: string;
  /** Seconds between samples. */
  readonly every: number;
  readonly kind: 'counter' | 'gauge';
  /** What a counter gains a second at a usual noon, or a gauge's value. */
  readonly base: number;
  /** How far it sways: of a counter as a share of its base, of a gauge in its own unit. */
  readonly sway: number;
  /** How much of it goes with the traffic, a share. */
  readonly follows: number;
  /** By what its sway is found: series that belong together have one. */
  readonly seed: number;
  /** Of a histogram's bucket: its edge, and where the middle of all that is observed lies; of its sum no edge. */
  readonly observed?: { readonly edge: number | 'sum'; readonly median: number };
  /** What a gauge gains a second; its base is what it holds now. */
  readonly drift?: number;
  /** Of a time: how many seconds ago it is at the most, or ahead. */
  readonly age?: number;
  readonly faults: readonly Fault[];
}

/** What is counted comes in whole numbers, and nothing is further than its range. */
const ofKind = (
  { metric: { unit, range: [least, most] = [-Infinity, Infinity] } }: Track,
  value: number,
): number => {
  const within = Math.min(most, Math.max(least, value));
  return unit === 'count' ? Math.round(within) : within;
};

/** What a series holds at a time, in seconds since 1970, or gains a second then; NaN where it is not there. */
export const levelAt = (track: Track, at: number): number => {
  const { base, sway, seed, kind, observed, age, drift = 0 } = track;
  let fault: Fault | undefined;
  for (const each of track.faults) if (at >= each.from && at < each.to) fault = each;
  if (fault?.level === 'missing') return NaN;
  const wave = noise(seed, at);
  if (fault?.level !== undefined) return fault.follows === true ? fault.level * traffic(at) : fault.level;
  if (age !== undefined) return age < 0 ? at - age : at - (at % age);
  const busy = 1 + track.follows * (traffic(at) - 1);
  if (kind === 'gauge') return ofKind(track, base * busy + sway * wave + drift * (at - now));
  const rate = base * busy * (1 + sway * wave);
  if (observed === undefined) return rate;
  const median = (fault?.median ?? observed.median) * (1 + 0.09 * noise(seed + 1, at));
  // What comes in at a value in the middle of a log-normal distribution comes to 1.235 of it on average.
  return observed.edge === 'sum' ? rate * median * 1.235 : rate * shareWithin(observed.edge, median);
};
