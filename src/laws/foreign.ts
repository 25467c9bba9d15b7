import { type Application, scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { type Target, targetsOf } from '#application/target.js';
import { isTargetLabel } from '#promql/metric/label.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { accepts } from '#routing/matcher.js';
import { byKey } from '#ground/by-key.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Reading, readings, tooWide } from './reading.js';

/** A metric of a target that an application scrapes. */
interface Scraped {
  readonly application: Application;
  readonly target: Target;
  readonly info: MetricInfo;
}

const scrapedBy = (application: Application): readonly Scraped[] =>
  scrapesOf(application).flatMap((scrape) => {
    const metrics = [...storedBy(scrape).values()];
    return targetsOf(scrape).flatMap((target) => metrics.map((info) => ({ application, target, info })));
  });

/** Whether a series of a target may have a label as a matcher wants it; what its application and its pods say is not known. */
const mayHave =
  ({ target, info }: Scraped) =>
  (matcher: LabelMatcher): boolean => {
    const { label } = matcher;
    if (info.ownLabels.includes(label)) return true;
    const value = target[label] ?? (isTargetLabel(label) ? undefined : '');
    return value === undefined || accepts(matcher, value);
  };

/** Labels by which it is known that two scrape one target: where no Service stands before it, what its series are called by. */
const telling = ({ service }: Target): readonly string[] =>
  service === '' ? ['namespace', 'job', 'endpoint', 'instance'] : ['namespace', 'service', 'endpoint'];

const isSame = (one: Scraped, other: Scraped): boolean =>
  telling(one.target).every((label) => one.target[label] === other.target[label]);

/** What a person calls a target. */
const nameOf = ({ service, job = '', namespace = '' }: Target): string =>
  service === '' ? `job ${job} in ${namespace}` : `Service ${service} in ${namespace}`;

/** Whether two applications scrape into one Prometheus. */
const isOther = (one: Application, other: Application): boolean =>
  one !== other && one.release === other.release;

const faults = (reading: Reading, scraped: readonly Scraped[]): readonly Caused[] => {
  const { application, reader, selector } = reading;
  const own = scraped.filter((each) => each.application === application);
  const foreign = scraped.filter(
    (each) =>
      isOther(application, each.application) &&
      selector.matchers.every(mayHave(each)) &&
      !own.some((mine) => isSame(mine, each)),
  );
  return [...new Set(foreign.map((each) => each.application.name))].map((other) => {
    const targets = foreign
      .filter((each) => each.application.name === other)
      .map(({ target }) => nameOf(target));
    const fault = tooWide(
      reading,
      `${reader} may also read ${selector.metric.name} of ${other}: of ${[...new Set(targets)].join(', ')}`,
    );
    return { fault, cause: `${other} ${[...new Set(targets)].join()}`, hit: reader };
  });
};

/**
 * One Prometheus holds the series of all applications, often under the same names: a rule that does not say whose it
 * means fires for another's fault, or is thinned out by another's traffic. What cannot be told before it is scraped is
 * taken to match.
 */
export const noRuleReadsWhatAnotherScrapes: Law = ({ applications }) => {
  const scraped = byKey(applications.flatMap(scrapedBy), ({ info }) => info.name);
  return oncePerCause(
    applications
      .flatMap(readings)
      .flatMap((reading) => faults(reading, scraped.get(reading.selector.metric.name) ?? [])),
  );
};
