import { type Duration, duration, inSeconds } from '../../ground/duration.js';
import { humanize, templated } from '../../promql/unit/humanize.js';
import { type Limit, count, ratio } from '../../promql/unit/limit.js';
import { leftOut } from '../scenario/excluded.js';
import type { Behaviour } from '../scenario/behaviour.js';
import { inParts } from '../scenario/parts.js';
import type { Proof } from '../scenario/proof.js';
import type { Firing, Scenario } from '../scenario/scenario.js';
import { byFitsAndStarts } from '../scenario/uneven.js';
import { lookalikes } from '../scenario/lookalikes.js';
import type { Expr } from '../../promql/expr/ast.js';
import { scrapedSelectors, unfolded } from '../../promql/expr/recorded.js';
import { type BurnRate, exactly } from './burn-rate.js';
import { step } from './records.js';
import type { Flow, Sli } from './sli.js';

/** What the proof of an alert on a burn rate is made of. */
export interface Proven {
  readonly sli: Sli;
  readonly rate: BurnRate;
  /** Events in the long window before it may fire. */
  readonly least: Limit<'count'>;
  /** Of the rule group. */
  readonly interval: Duration;
  /** The alert's `for`. */
  readonly pending: Duration;
  /** What the alert reads, through what is recorded. */
  readonly expr: Expr;
}

const stepSeconds = inSeconds(step);
/** How long a steady burn lasts in a test: longer than the short window, so that one of another length sees less of it. */
const steadySeconds = ({ short }: BurnRate): number => Math.max(3_600, inSeconds(short) + 2 * stepSeconds);

const upTo = (seconds: number, unit: number): number => Math.floor(seconds / unit) * unit;
const atLeast = (seconds: number, unit: number): number => Math.ceil(seconds / unit) * unit;

/** The share of events that are bad when the budget burns so many times too fast. */
const shareAt = ({ badShare, factor }: BurnRate, times: number): number =>
  Math.min(1, exactly((badShare / factor) * times));

/**
 * A little more than the events that there must be: counted over a steady burn but for its first and last step, which windows that are
 * made of steps may not see. Twice as many as there must be are never counted.
 */
const enough = ({ least, rate }: Proven): number => (1.4 * least.value) / steadySeconds(rate);

/** So much traffic all the time that every window as long has four times the events that there must be. */
const always = ({ least, rate }: Proven): number => (4 * least.value) / inSeconds(rate.long);

/** After a fault the alert ends with the short window. */
const settles = ({ short }: BurnRate): Duration => duration(inSeconds(short) + stepSeconds);

/** How long this share must fail, after the whole window was well, until the budget burns too fast over all of it. */
const pagesAfter = ({ long, badShare }: BurnRate, failing: number): number =>
  (inSeconds(long) * badShare) / failing;

/** Traffic that the SLI leaves out, such as health checks; nothing where it leaves out nothing. */
const hidden = (sli: Sli, flow: Flow): readonly Behaviour[] => {
  const labels = leftOut(sli.total);
  return labels ? sli.series(flow, labels) : [];
};

/**
 * From the first event on the budget burns so many times too fast, so that the windows hold nothing else; until a flood
 * of good events dilutes it.
 */
export const steadily = (proven: Proven, times: number, perSecond = 10 * enough(proven)): Firing<never> => {
  const { sli, rate } = proven;
  const failing = shareAt(rate, times);
  return {
    when: `the budget burns ${humanize(count(times))} times too fast`,
    series: [
      ...sli.series({
        was: 'missing',
        becomes: { perSecond, failing },
        then: { perSecond: 1_000 * perSecond, failing: 0 },
      }),
      ...hidden(sli, { perSecond: 100 * perSecond, failing: 0 }),
    ],
    after: step,
    lasts: duration(steadySeconds(rate) + inSeconds(proven.pending)),
    settles: duration(2 * stepSeconds),
    labels: {},
    value: templated(count(exactly((failing / rate.badShare) * rate.factor))),
  };
};

/** Once all is well again it ends with the short window, though the long one remembers. */
const remembered = (proven: Proven, times: number): Firing<never> => {
  const { sli, rate } = proven;
  const [perSecond, failing] = [10 * enough(proven), shareAt(rate, times)];
  const burning = steadily(proven, times);
  return {
    ...burning,
    when: `${burning.when}, and then ceases`,
    series: sli.series({
      was: 'missing',
      becomes: { perSecond, failing },
      then: { perSecond, failing: 0 },
    }),
    settles: settles(rate),
  };
};

/** The same of hardly enough events. */
const hardlyEnough = (proven: Proven, times: number): Firing<never> => {
  const burning = steadily(proven, times, enough(proven));
  return { ...burning, when: `${burning.when}, of hardly enough ${proven.sli.events.en}` };
};

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

/** A fault so short that the long window never says so, though the short one does. */
export const spike = (proven: Proven): Scenario => {
  const { sli, rate, interval } = proven;
  const perSecond = always(proven);
  const failed = 0.8 * pagesAfter(rate, 1);
  const lasts = Math.max(upTo(failed, inSeconds(interval)), inSeconds(interval));
  const failing = Math.min(1, failed / lasts);
  return {
    when: `${Math.round(failing * 100)}% fail for ${duration(lasts)} after ${rate.long} in which nothing did`,
    series: sli.series({ was: { perSecond, failing: 0 }, becomes: { perSecond, failing } }),
    lasts: duration(lasts),
    settles: settles(rate),
  };
};

/** Everything fails, but hardly less of it happens than there must be; it is watched until windows that are made of steps have seen all. */
export const nextToNothing = ({ sli, least, rate }: Proven): Scenario => ({
  when: `all of next to no ${sli.events.en} fail`,
  series: sli.series({
    was: 'missing',
    becomes: { perSecond: (0.93 * least.value) / steadySeconds(rate), failing: 1 },
    then: { perSecond: 0, failing: 1 },
  }),
  after: step,
  lasts: duration(steadySeconds(rate)),
  settles: duration(3 * stepSeconds),
});

/**
 * The same of several sources, in unequal parts, by fits and starts, amid lookalikes that are many and of which all is well, or all is
 * wrong.
 */
const amid = <S extends Scenario>(proven: Proven, scenario: S, theirs: 'well' | 'wrong'): S => ({
  ...scenario,
  when: `${scenario.when}, amid others where all is ${theirs}`,
  series: [
    ...byFitsAndStarts(inParts(scenario.series, unfolded(proven.expr))),
    ...lookalikes(
      proven.sli.series({ perSecond: enough(proven), failing: theirs === 'wrong' ? 1 : 0 }),
      scrapedSelectors(proven.expr),
    ),
  ],
});

/** Over the short window the budget burns too fast, over the long one hardly too slowly; of a loose objective that is more than all. */
const shortAlone = (proven: Proven): readonly Scenario[] => {
  const { sli, rate, least } = proven;
  const [longSeconds, shortSeconds] = [inSeconds(rate.long), inSeconds(rate.short)];
  const burning = shareAt(rate, rate.factor * 1.6);
  if (burning < shareAt(rate, rate.factor) * 1.05) return [];
  const lasts = Math.max(shortSeconds + 2 * stepSeconds, Math.min(longSeconds / 2, 14_400));
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
const longAlone = ({ sli, rate, least }: Proven): readonly Scenario[] => {
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

/** A quarter more fails than may, after twice the long window was well: a window of another length fires at another time, or never. */
const slowly = (proven: Proven): readonly Firing<never>[] => {
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

/** A counter that never counted anything is not exported. */
const isAnything = ({ course }: Behaviour): boolean => course.type !== 'counter' || course.perSecond !== 0;

/** Hours of a test cost promtool a second: of alerts that look back for days a test of this pack proves the pace. */
const isQuick = ({ long }: BurnRate): boolean => long === '1h';
const isOfHours = ({ long }: BurnRate): boolean => long === '1h' || long === '6h';

/**
 * What an alert on a burn rate is proven by: just over its pace and just under it, over both windows and over either alone; an outage,
 * a slow burn and a spike after a window in which all was well; too few events, none at all.
 */
export const burnProof = (proven: Proven): Proof<never> => {
  const { sli, rate } = proven;
  const none = sli.series({ perSecond: 0, failing: 1 });
  const unseen = hidden(sli, { perSecond: 100 * enough(proven), failing: 1 });
  const short = { after: step, lasts: '10m', settles: step } as const;
  const [over, under] = [rate.factor * 1.05, rate.factor * 0.95];
  return {
    fires: [
      steadily(proven, over),
      {
        ...amid(proven, hardlyEnough(proven, over), 'well'),
        unsteady: true,
      },
      remembered(proven, over),
      ...(isQuick(rate) ? [outage(proven)] : []),
      ...(isOfHours(rate) ? slowly(proven) : []),
    ],
    quiet: [
      steadily(proven, under),
      amid(proven, steadily(proven, under), 'wrong'),
      ...shortAlone(proven).map((scenario) => amid(proven, scenario, 'wrong')),
      ...longAlone(proven).map((scenario) => amid(proven, scenario, 'wrong')),
      nextToNothing(proven),
      ...(isQuick(rate) ? [spike(proven)] : []),
      {
        when: `no ${sli.events.en} have ever failed`,
        series: sli.series({ perSecond: 10 * enough(proven), failing: 0 }).filter(isAnything),
        after: step,
        lasts: duration(steadySeconds(rate)),
        settles: step,
      },
      {
        when: `there are no ${sli.events.en}${unseen.length > 0 ? ' but those that are left out, which fail' : ''}`,
        series: [...none, ...unseen],
        ...short,
      },
      { when: 'nothing is exported', series: [], ...short },
    ],
  };
};
