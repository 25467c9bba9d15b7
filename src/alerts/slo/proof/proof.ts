import { duration } from '#ground/duration.js';
import { scrapedSelectors, unfolded } from '#promql/expr/recorded.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { withLevels } from '#alerts/scenario/course.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import { inParts } from '#alerts/scenario/parts.js';
import type { Proof, Written } from '#alerts/scenario/proof.js';
import type { Firing, Scenario } from '#alerts/scenario/scenario.js';
import { byFitsAndStarts } from '#alerts/scenario/uneven.js';
import type { BurnRate } from '#alerts/slo/burn-rate.js';
import { step } from '#alerts/slo/records.js';
import { outage, slowly, spike } from './after-window.js';
import { longAlone, shortAlone } from './one-window.js';
import { type Proven, enough, settles, steadySeconds } from './proven.js';
import { hardlyEnough, hidden, nextToNothing, remembered, steadily } from './steady.js';

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

/** A counter that never counted anything is not exported. */
const isAnything = ({ course }: Behaviour): boolean => course.type !== 'counter' || course.perSecond !== 0;

/**
 * Everything fails from the very first event on: what counts good ones is not exported. A histogram has all of its
 * buckets from the beginning.
 */
const nothingSucceeds = (proven: Proven): Firing<never> => {
  const { sli, rate } = proven;
  const flow = { perSecond: 10 * enough(proven), failing: 1 };
  return {
    ...steadily(proven, rate.factor / rate.badShare),
    when: `no ${sli.events.en} have ever succeeded`,
    series: sli
      .series({ was: 'missing', becomes: flow, then: 'missing' })
      .map((each) =>
        each.metric.family === undefined && each.part === undefined
          ? withLevels(each, (level) => (level === 0 ? 'missing' : level))
          : each,
      ),
    settles: settles(rate),
  };
};

/**
 * Hours of a test cost promtool a second. What the four alerts of an objective read alike is proven with the one that looks back an hour, and
 * windows of days by a test of this pack.
 */
const isQuick = ({ long }: BurnRate): boolean => long === '1h';
const isOfHours = ({ long }: BurnRate): boolean => long === '1h' || long === '6h';

/** The same while scrapes fail now and then. */
const despiteFailures = (proven: Proven): Firing<never> => {
  const burning = steadily(proven, proven.rate.factor * 1.05);
  return { ...burning, when: `${burning.when}, and one scrape in ten fails`, scrapesFail: true };
};

/** What is proven of the events that all alerts of an objective read. */
const ofEvents = (proven: Proven): Written<never> => ({
  fires: [outage(proven), nothingSucceeds(proven), despiteFailures(proven)],
  quiet: [spike(proven), nothingFails(proven)],
});

/** Where no event has ever failed, what counts bad ones is not exported. */
const nothingFails = (proven: Proven): Scenario => ({
  when: `no ${proven.sli.events.en} have ever failed`,
  series: proven.sli.series({ perSecond: 10 * enough(proven), failing: 0 }).filter(isAnything),
  after: step,
  lasts: duration(steadySeconds(proven.rate)),
  settles: step,
});

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
  const further = isQuick(rate) ? ofEvents(proven) : { fires: [], quiet: [] };
  return {
    fires: [
      steadily(proven, over),
      { ...amid(proven, hardlyEnough(proven, over), 'well'), unsteady: true },
      ...(isOfHours(rate) ? [remembered(proven, over), ...slowly(proven)] : []),
      ...further.fires,
    ],
    quiet: [
      amid(proven, steadily(proven, under), 'wrong'),
      ...shortAlone(proven).map((scenario) => amid(proven, scenario, 'wrong')),
      ...longAlone(proven).map((scenario) => amid(proven, scenario, 'wrong')),
      nextToNothing(proven),
      ...further.quiet,
      {
        when: `there are no ${sli.events.en}${unseen.length > 0 ? ' but those that are left out, which fail' : ''}`,
        series: [...none, ...unseen],
        ...short,
      },
      { when: 'nothing is exported', series: [], ...short },
    ],
  };
};
