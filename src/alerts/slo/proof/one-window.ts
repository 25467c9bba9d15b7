import { duration, inSeconds } from '#ground/duration.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import type { Scenario } from '#alerts/scenario/scenario.js';
import { type Proven, atLeast, shareAt, stepSeconds } from './proven.js';

/** Over the short window the budget burns too fast, over the long one hardly too slowly; of a loose objective that is more than all. */
export const shortAlone = (proven: Proven): readonly Scenario[] => {
  const { sli, rate, least } = proven;
  const [longSeconds, shortSeconds] = [inSeconds(rate.long), inSeconds(rate.short)];
  const burning = shareAt(rate, rate.factor * 1.6);
  if (burning < shareAt(rate, rate.factor) * 1.05) return [];
  const lasts = Math.max(0.75 * shortSeconds + 2 * stepSeconds, Math.min(longSeconds / 2, 9_000));
  const well = atLeast(lasts * (burning / shareAt(rate, rate.factor * 0.95) - 1), stepSeconds);
  const perSecond = (3 * least.value) / (well + lasts);
  return [
    {
      when: `${humanize(ratio(burning))} fail over ${rate.short}, and hardly too few over ${rate.long}`,
      series: sli.series({
        was: { perSecond, failing: 0 },
        becomes: { perSecond, failing: burning },
        then: { perSecond: 1_000 * perSecond, failing: 0 },
      }),
      after: duration(well),
      lasts: duration(lasts),
      settles: duration(2 * stepSeconds),
    },
  ];
};

/**
 * Over the long window the budget burns too fast, over the short one hardly too slowly: it burned while there were too few events, then
 * there were none for as long as the short window, and those that followed make them enough.
 */
export const longAlone = ({ sli, rate, least }: Proven): readonly Scenario[] => {
  const burned = shareAt(rate, rate.factor * 1.15);
  if (burned < shareAt(rate, rate.factor) * 1.15) return [];
  const asked = rate.long === '1h';
  const each = asked ? 4 * stepSeconds : 12 * stepSeconds;
  const perSecond = (0.9 * least.value) / each;
  return [
    {
      when: `${humanize(ratio(burned))} of too few failed, and over ${rate.short} hardly too few of enough fail`,
      series: sli.series({
        was: { perSecond, failing: burned },
        becomes: { perSecond: 0, failing: 0 },
        then: { perSecond, failing: shareAt(rate, rate.factor * 0.95) },
      }),
      after: duration(each),
      lasts: duration(inSeconds(rate.short) + (asked ? stepSeconds : 2 * stepSeconds)),
      settles: duration(each),
    },
  ];
};
