import { type Duration, duration, inSeconds } from '../../promql/unit/duration.js';
import { humanize, templated } from '../../promql/unit/humanize.js';
import { type Limit, count } from '../../promql/unit/limit.js';
import { leftOut } from '../left-out.js';
import type { Behaviour } from '../rule/behaviour.js';
import type { Firing, Proof, Scenario } from '../rule/proof.js';
import { type BurnRate, exactly } from './burn-rate.js';
import { step } from './records.js';
import type { Labels, Sli, Traffic } from './sli.js';

/** What the proof of an alert on a burn rate is made of. */
export interface Proven {
  readonly sli: Sli;
  readonly rate: BurnRate;
  /** Events in the long window before it may fire. */
  readonly least: Limit<'count'>;
  /** Of the rule group. */
  readonly interval: Duration;
}

/** How long a steady burn lasts in a test. */
const steadySeconds = 1_200;
const stepSeconds = inSeconds(step);
const upTo = (seconds: number, unit: number): number => Math.floor(seconds / unit) * unit;
const atLeast = (seconds: number, unit: number): number => Math.ceil(seconds / unit) * unit;

/** How many times too fast the budget burns at a share of bad events. */
const times = ({ factor, badShare }: BurnRate, share: number): Limit<'count'> =>
  count(exactly((share / badShare) * factor));

/** How long everything must fail, after the whole window was well, until the budget burns so fast over all of it. */
const outageSeconds = ({ long, badShare }: BurnRate): number => inSeconds(long) * badShare;

/** After a fault the alert ends with the short window. */
const settles = ({ short }: BurnRate): Duration => duration(inSeconds(short) + stepSeconds);

/** From the first event on as many are bad: how much there was before does not matter. */
const steady = ({ sli }: Proven, when: string, becomes: Traffic): Scenario => ({
  when,
  series: sli.series('missing', becomes),
  after: step,
  lasts: duration(steadySeconds),
  settles: step,
});

/** Half as many events again as there must be, counted while the fault lasts but for its first and last step. */
const enough = ({ least }: Proven): number => (1.5 * least.value) / (steadySeconds - 2 * stepSeconds);

/** So much traffic all the time that every window as long has twice the events that there must be. */
const always = ({ least, rate }: Proven): number => (2 * least.value) / inSeconds(rate.long);

/** A little faster than the limit. */
const justOver = (proven: Proven): Firing<never> => {
  const { sli, rate } = proven;
  const [share, perSecond] = [Math.min(1, rate.badShare * 1.05), enough(proven)];
  const scenario = steady(proven, `the budget burns ${humanize(times(rate, share))} times too fast`, {
    perSecond,
    failing: share,
  });
  const thinning = hidden(sli, { perSecond: 100 * perSecond, failing: 0 });
  return {
    ...scenario,
    series: [...scenario.series, ...thinning],
    settles: settles(rate),
    labels: {},
    value: templated(times(rate, share)),
  };
};

/** Traffic that the SLI leaves out, such as health checks; nothing where it leaves out nothing. */
const hidden = (sli: Sli, traffic: Traffic): readonly Behaviour[] => {
  const labels: Labels | undefined = leftOut(sli.total);
  return labels ? sli.series(traffic, traffic, labels) : [];
};

/**
 * All was well for as long as the alert looks back, then everything fails: it fires when the long window says so, which
 * of a strict objective is within the short one, and ends with the short window, while the long one still says so.
 */
export const outage = (proven: Proven): Firing<never> => {
  const { sli, rate, interval } = proven;
  const perSecond = always(proven);
  const evaluation = inSeconds(interval);
  const fast = outageSeconds(rate);
  // Windows that are made of steps are up to one behind.
  const behind = rate.long === '1h' ? 0 : stepSeconds;
  const within = atLeast(Math.max(fast + behind + evaluation, inSeconds(rate.short) + behind), evaluation);
  return {
    when: `everything fails after ${rate.long} in which nothing did`,
    series: sli.series({ perSecond, failing: 0 }, { perSecond, failing: 1 }),
    lasts: duration(within + 2 * evaluation),
    settles: settles(rate),
    notBefore: duration(upTo(fast, evaluation)),
    within: duration(within),
    labels: {},
    value: templated(times(rate, 1)),
  };
};

/** A fault so short that the long window never says so, though the short one does. */
export const spike = (proven: Proven): Scenario => {
  const { sli, rate, interval } = proven;
  const perSecond = always(proven);
  const failed = 0.8 * outageSeconds(rate);
  const lasts = Math.max(upTo(failed, inSeconds(interval)), inSeconds(interval));
  const failing = Math.min(1, failed / lasts);
  return {
    when: `${Math.round(failing * 100)}% fail for ${duration(lasts)} after ${rate.long} in which nothing did`,
    series: sli.series({ perSecond, failing: 0 }, { perSecond, failing }),
    lasts: duration(lasts),
    settles: settles(rate),
  };
};

/** Hours of a test cost promtool a second: of alerts that look back that far a test of the pack proves the pace. */
const isQuick = ({ long }: BurnRate): boolean => long === '1h';

/**
 * What an alert on a burn rate is proven by: just over its pace and just under it, an outage and a spike after a window
 * in which all was well, too few events, none at all.
 */
export const burnProof = (proven: Proven): Proof<never> => {
  const { sli, rate, least } = proven;
  const slower = rate.badShare * 0.95;
  const few = (0.9 * least.value) / steadySeconds;
  const none = sli.series('missing', { perSecond: 0, failing: 1 });
  const unseen = hidden(sli, { perSecond: 100 * enough(proven), failing: 1 });
  const short = { after: step, lasts: '10m', settles: step } as const;
  return {
    fires: [justOver(proven), ...(isQuick(rate) ? [outage(proven)] : [])],
    quiet: [
      steady(proven, `the budget burns ${humanize(times(rate, slower))} times too fast`, {
        perSecond: enough(proven),
        failing: slower,
      }),
      steady(proven, `all of next to no ${sli.events.en} fail`, { perSecond: few, failing: 1 }),
      ...(isQuick(rate) ? [spike(proven)] : []),
      {
        when: `there are no ${sli.events.en}${unseen.length > 0 ? ' but those that are left out, which fail' : ''}`,
        series: [...none, ...unseen],
        ...short,
      },
      { when: 'nothing is exported', series: [], ...short },
    ],
  };
};
