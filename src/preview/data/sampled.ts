import { reads } from '#alerts/scenario/selected.js';
import { type Asked } from './asked.js';
import { dense, middling, now, sparse } from './clock.js';
import { type Track, levelAt } from './track.js';

/** How far back a series is needed, in seconds: by panels and alerts, and by records. */
export interface Reach {
  readonly shown: number;
  readonly recorded: number;
  /** When it is shown as it was earlier: how long ago, and over how long. */
  readonly earlier?: readonly { readonly ago: number; readonly over: number }[];
}

/** How far back each series is needed; nothing of one that nobody asks for. */
export const reachOf = (asked: readonly Asked[]): ((track: Track) => Reach | undefined) => {
  const byName = new Map<string, Asked[]>();
  for (const each of asked) {
    const { name } = each.selector.metric;
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return (track) => {
    const own = byName.get(track.name)?.filter(({ selector }) => reads(selector, track)) ?? [];
    if (own.length === 0) return undefined;
    const far = (recorded: boolean): number =>
      own.reduce((most, each) => (each.recorded === recorded ? Math.max(most, each.back) : most), 0);
    return {
      shown: far(false),
      recorded: far(true),
      earlier: own.flatMap(({ earlier = [] }) => earlier),
    };
  };
};

/** Seconds between the samples of what nobody asks for: it is there for whoever looks, and no more. */
const seldom = 240;

/** The times of a series' samples, in seconds since 1970: sparse long ago, a minute apart where a panel shows a day, as they are scraped at last. */
export const timesOf = ({ every }: Pick<Track, 'every'>, reach: Reach | undefined): readonly number[] => {
  const times: number[] = [];
  const fill = (back: number, until: number, step: number): void => {
    for (let at = Math.ceil((now - back) / step) * step; at < now - until; at += step) times.push(at);
  };
  if (!reach) {
    fill(dense / 2, -1, seldom);
    return times;
  }
  const { shown, recorded, earlier = [] } = reach;
  const middle = shown > dense + 3600 ? Math.min(shown, middling) : dense;
  const far = Math.max(shown, recorded);
  if (far > middle) fill(far, middle, sparse);
  if (middle > dense) fill(middle, dense, 60);
  for (const { ago, over } of earlier) fill(ago + over, ago - 60, 60);
  fill(dense, -1, every);
  return earlier.length === 0 ? times : [...new Set(times)].sort((a, b) => a - b);
};

/**
 * Of what is counted at least this often, in events a second, only whole events are seen; of what is rare, and of histograms, whose shares would
 * be seen in steps and whose buckets hold no more than their count, parts too.
 */
const often = 0.5;

/** How a series' values are written: whole events, else four places of what is counted, and six digits of the rest. */
const spelling = ({ kind, base, metric: { unit, family } }: Track): ((value: number) => string) => {
  if (kind === 'gauge') return (value) => String(Number(value.toPrecision(6)));
  if (unit === 'bytes' || unit === 'won' || (unit === 'count' && base > often && family === undefined))
    return (value) => String(Math.floor(value));
  return (value) => String(Math.round(value * 1e4) / 1e4);
};

/** A series' name and labels in the text format. JSON escapes as it does. */
export const nameOf = ({ name, labels }: Pick<Track, 'name' | 'labels'>): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`;

/** Tells of each sample of a series when it is, in seconds since 1970, and its value as it is written. */
export const eachSample = (
  track: Track,
  times: readonly number[],
  tell: (at: number, value: string) => void,
): void => {
  const spelled = spelling(track);
  const isCounter = track.kind === 'counter';
  // A counter has counted for days already when it is first seen.
  let total = track.base * 86_400;
  let before = times[0] ?? 0;
  for (const at of times) {
    const level = levelAt(track, at);
    if (!Number.isNaN(level)) {
      if (isCounter) total += Math.max(0, level) * (at - before);
      tell(at, spelled(isCounter ? total : level));
    }
    before = at;
  }
};
