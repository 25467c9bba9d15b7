import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, thrownBy } from '#ground/fault.js';
import { defaultRetention } from './alertmanager/told.js';
import type { RouteSpec } from './route.js';

const durationFaults = (
  at: string,
  duration: Duration | undefined,
  zero: 'allowed' | 'refused',
): readonly Fault[] => {
  if (duration === undefined) return [];
  const malformed = thrownBy(at, () => inSeconds(duration));
  if (malformed.length > 0 || zero === 'allowed' || inSeconds(duration) > 0) return malformed;
  return [
    {
      where: at,
      what: duration,
      code: 'zero-length',
      why: `${duration} is no interval, Alertmanager refuses it`,
      cure: "write e.g. '10s'",
    },
  ];
};

/** Durations that are in force on a route, its own or from above. */
export interface Timing {
  readonly groupInterval: Duration;
  readonly repeatInterval?: Duration;
}

/** What is wrong with how long a route waits and how often it repeats. */
export const timingFaults = (
  at: string,
  spec: Pick<RouteSpec, 'groupWait' | 'groupInterval' | 'repeatInterval'>,
  { groupInterval, repeatInterval }: Timing,
): readonly Fault[] => {
  const malformed = [
    ...durationFaults(`${at}.groupWait`, spec.groupWait, 'allowed'),
    ...durationFaults(`${at}.groupInterval`, spec.groupInterval, 'refused'),
    ...durationFaults(`${at}.repeatInterval`, spec.repeatInterval, 'refused'),
  ];
  if (malformed.length > 0 || repeatInterval === undefined) return malformed;
  if (spec.repeatInterval !== undefined && inSeconds(repeatInterval) > inSeconds(defaultRetention))
    return [
      {
        where: `${at}.repeatInterval`,
        what: repeatInterval,
        code: 'repeats-after-forgetting',
        why: `${repeatInterval} is longer than Alertmanager remembers what it has sent, ${defaultRetention}: it repeats when it has forgotten`,
        cure: `repeat at least every ${defaultRetention}`,
      },
    ];
  if (inSeconds(repeatInterval) >= inSeconds(groupInterval)) return [];
  return [
    {
      where: `${at}.repeatInterval`,
      what: repeatInterval,
      code: 'repeats-too-often',
      why: `${repeatInterval} is shorter than the groupInterval of ${groupInterval}, and a group is only looked at that often`,
      cure: 'repeat no more often than that',
    },
  ];
};
