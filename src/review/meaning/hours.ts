import type { Routing } from '#routing/routing.js';
import type { TimeInterval } from '#routing/time-interval.js';
import type { Timed } from '#routing/week.js';

type Intervals = Routing['timeIntervals'];

const dayText = (days: string): string =>
  days
    .split(':')
    .map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1, 3)}`)
    .join('–');

const intervalText = ({ times = [], weekdays = [] }: TimeInterval): string =>
  [
    weekdays.length > 0 ? weekdays.map(dayText).join(', ') : 'every day',
    ...(times.length > 0 ? [times.map(({ start, end }) => `${start}–${end}`).join(', ')] : []),
  ].join(' ');

const namedText = (names: readonly string[], intervals: Intervals): string =>
  names.map((name) => `${name} (${(intervals[name] ?? []).map(intervalText).join('; ')} UTC)`).join(', ');

/** When a route sends, in words: `only in office (Mon–Fri 00:00–09:00 UTC)`; empty of one that always does. */
export const hoursText = (
  { activeTimeIntervals: active = [], muteTimeIntervals: mute = [] }: Timed,
  intervals: Intervals,
): string =>
  [
    ...(active.length > 0 ? [`only in ${namedText(active, intervals)}`] : []),
    ...(mute.length > 0 ? [`not in ${namedText(mute, intervals)}`] : []),
  ].join(', ');
