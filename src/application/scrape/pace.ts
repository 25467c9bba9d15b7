import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, thrownBy } from '#ground/fault.js';

/** What of it is no length of time. */
export const lengthFaults = ({
  interval,
  timeout = interval,
}: {
  readonly interval: Duration;
  readonly timeout?: Duration;
}): readonly Fault[] =>
  Object.entries({ interval, ...(timeout !== interval && { timeout }) }).flatMap(([field, length]) =>
    thrownBy(field, () => inSeconds(length)),
  );

/** What is wrong with how often a target is asked, and how long it may take to answer. */
export const paceFaults = (interval: Duration, timeout: Duration): readonly Fault[] => [
  ...(inSeconds(interval) > 0 && inSeconds(timeout) > 0
    ? []
    : [
        {
          where: inSeconds(interval) > 0 ? 'timeout' : 'interval',
          what: inSeconds(interval) > 0 ? timeout : interval,
          code: 'zero-length' as const,
          why: 'a scrape without time between, or without time to answer, is none',
          cure: "write e.g. '30s'",
        },
      ]),
  ...(inSeconds(timeout) > inSeconds(interval)
    ? [
        {
          where: 'timeout',
          what: timeout,
          code: 'timeout-over-interval' as const,
          why: `${timeout} is longer than the interval ${interval}`,
          cure: 'make it shorter',
        },
      ]
    : []),
];
