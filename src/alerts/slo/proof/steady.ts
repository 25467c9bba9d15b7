import { duration, inSeconds } from '#ground/duration.js';
import { humanize, templated } from '#promql/unit/humanize.js';
import { count } from '#promql/unit/limit.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { leftOut } from '#alerts/scenario/excluded.js';
import type { Firing, Scenario } from '#alerts/scenario/scenario.js';
import { exactly } from '#alerts/slo/burn-rate.js';
import { step } from '#alerts/slo/records.js';
import type { Flow, Sli } from '#alerts/slo/sli.js';
import { type Proven, enough, settles, shareAt, steadySeconds, stepSeconds } from './proven.js';

/** Traffic that the SLI leaves out, such as health checks; nothing where it leaves out nothing. */
export const hidden = (sli: Sli, flow: Flow): readonly Behaviour[] => {
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
export const remembered = (proven: Proven, times: number): Firing<never> => {
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
export const hardlyEnough = (proven: Proven, times: number): Firing<never> => {
  const burning = steadily(proven, times, enough(proven));
  return { ...burning, when: `${burning.when}, of hardly enough ${proven.sli.events.en}` };
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
