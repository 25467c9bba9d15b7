import { type Application, scrapesOf } from '../application/application.js';
import { storedBy } from '../application/scrape.js';
import { type Target, targetsOf } from '../application/target.js';
import { isTargetLabel } from '../promql/metric/label.js';
import type { LabelMatcher } from '../promql/metric/match.js';
import type { MetricInfo } from '../promql/metric/metric.js';
import { accepts } from '../routing/matcher.js';
import { byKey } from '../ground/by-key.js';
import type { Fault } from '../ground/fault.js';
import type { Law } from './law.js';
import { type Reading, once, readings, tooWide } from './reading.js';

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

const isSame = (one: Scraped, other: Scraped): boolean =>
  (['namespace', 'service', 'endpoint'] as const).every((label) => one.target[label] === other.target[label]);

/** Whether two applications scrape into one Prometheus. */
const isOther = (one: Application, other: Application): boolean =>
  one !== other && one.release === other.release;

const faults = (reading: Reading, scraped: readonly Scraped[]): readonly Fault[] => {
  const { application, reader, selector } = reading;
  const own = scraped.filter((each) => each.application === application);
  const foreign = scraped.filter(
    (each) =>
      isOther(application, each.application) &&
      selector.matchers.every(mayHave(each)) &&
      !own.some((mine) => isSame(mine, each)),
  );
  return [...new Set(foreign.map((each) => each.application.name))].map((other) => {
    const services = foreign
      .filter((each) => each.application.name === other)
      .map(({ target }) => `${target['service']} in ${target['namespace']}`);
    return tooWide(
      reading,
      `${reader} may also read ${selector.metric.name} of ${other}: of Service ${[...new Set(services)].join(', ')}`,
    );
  });
};

/**
 * One Prometheus holds the series of all applications, often under the same names: a rule that does not say whose it
 * means fires for another's fault, or is thinned out by another's traffic. What cannot be told before it is scraped is
 * taken to match.
 */
export const noRuleReadsWhatAnotherScrapes: Law = ({ applications }) => {
  const scraped = byKey(applications.flatMap(scrapedBy), ({ info }) => info.name);
  return once(
    applications
      .flatMap(readings)
      .flatMap((reading) => faults(reading, scraped.get(reading.selector.metric.name) ?? [])),
  );
};
