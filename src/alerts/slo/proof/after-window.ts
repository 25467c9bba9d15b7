import { duration, inSeconds } from '#ground/duration.js';
import { humanize, templated } from '#promql/unit/humanize.js';
import { count, ratio } from '#promql/unit/limit.js';
import type { Firing, Scenario } from '#alerts/scenario/scenario.js';
import { type BurnRate, exactly } from '#alerts/slo/burn-rate.js';
import { type Proven, atLeast, settles, shareAt, stepSeconds } from './proven.js';

const upTo = (seconds: number, unit: number): number => Math.floor(seconds / unit) * unit;

/** So much traffic all the time that every window as long has four times the events that there must be. */
const always = ({ least, rate }: Proven): number => (4 * least.value) / inSeconds(rate.long);

/** How long this share must fail, after the whole window was well, until the budget burns too fast over all of it. */
const pagesAfter = ({ long, badShare }: BurnRate, failing: number): number =>
  (inSeconds(long) * badShare) / failing;

/**
 * All was well for as long as the alert looks back, then this share fails: it fires when the long window says so, and
 * ends with the short one, while the long one still says so.
 */
const afterWindow = (proven: Proven, what: string, failing: number): Firing<never> => {
  const { sli, rate, interval, pending } = proven;
  const perSecond = always(proven);
  const [evaluation, pace] = [inSeconds(interval), pagesAfter(rate, failing)];
  // Windows that are made of steps are up to one behind.
  const behind = rate.long === '1h' ? 0 : stepSeconds;
  const within =
    atLeast(Math.max(pace + evaluation, inSeconds(rate.short)) + behind, evaluation) + inSeconds(pending);
  return {
    when: `${what} after ${rate.long} in which nothing did`,
    series: sli.series({ was: { perSecond, failing: 0 }, becomes: { perSecond, failing } }),
    lasts: duration(within + 2 * evaluation),
    settles: settles(rate),
    notBefore: duration(upTo(pace, evaluation) + inSeconds(pending)),
    within: duration(within),
    labels: {},
    value: templated(count(exactly((failing / rate.badShare) * rate.factor))),
  };
};

/** Everything fails: for a strict objective it fires within the short window. */
export const outage = (proven: Proven): Firing<never> => afterWindow(proven, 'everything fails', 1);

/** Twice as many fail as must: it fires after half the long window. Of a loose objective that is more than all. */
export const twice = (proven: Proven): Firing<never> => {
  const failing = shareAt(proven.rate, proven.rate.factor * 2);
  return afterWindow(proven, `${humanize(ratio(failing))} fail`, failing);
};

/**
 * How many times over a fault as long may count in windows that are made of steps: where evaluations do not divide a step, the windows
 * of two steps overlap by what is left.
 */
const countedTimes = ({ rate, interval }: Proven, lasts: number): number =>
  rate.long === '1h' ? 1 : (lasts + (stepSeconds % inSeconds(interval))) / lasts;

/** A fault so short that the long window never says so, though the short one does. */
export const spike = (proven: Proven): Scenario => {
  const { sli, rate, interval } = proven;
  const perSecond = always(proven);
  const failed = 0.8 * pagesAfter(rate, 1);
  const lasts = Math.max(upTo(failed, inSeconds(interval)), inSeconds(interval));
  const failing = Math.min(1, failed / lasts / countedTimes(proven, lasts));
  return {
    when: `${Math.round(failing * 100)}% fail for ${duration(lasts)} after ${rate.long} in which nothing did`,
    series: sli.series({ was: { perSecond, failing: 0 }, becomes: { perSecond, failing } }),
    lasts: duration(lasts),
    settles: settles(rate),
  };
};

/** A quarter more fails than may, after twice the long window was well: a window of another length fires at another time, or never. */
export const slowly = (proven: Proven): readonly Firing<never>[] => {
  const failing = shareAt(proven.rate, proven.rate.factor * 1.25);
  return failing < shareAt(proven.rate, proven.rate.factor) * 1.25
    ? []
    : [
        {
          ...afterWindow(proven, `${humanize(ratio(failing))} fail`, failing),
          after: duration(2 * inSeconds(proven.rate.long) + 2 * stepSeconds),
        },
      ];
};
