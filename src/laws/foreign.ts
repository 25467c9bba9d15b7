import { type Application, scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { type Target, targetsOf } from '#application/target.js';
import { isTargetLabel } from '#promql/metric/label.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { accepts } from '#routing/matcher.js';
import { byKey } from '#ground/by-key.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Reading, readings, tooWide } from './reading.js';
import { across } from './apart.js';
import { type Pins, byPins, pinsOf } from './pinned.js';
import { byMatchers } from './selecting.js';
import type { Fault } from '#ground/fault.js';

/** What an application stores of its targets: plain data. */
interface Scraping {
  /** The name of the application. */
  readonly by: string;
  readonly release: string;
  readonly targets: readonly Target[];
  /** The names of its metrics, with labels that they have themselves. */
  readonly metrics: readonly { readonly own: readonly string[]; readonly names: readonly string[] }[];
}

const scrapingsOf = (application: Application): readonly Scraping[] =>
  scrapesOf(application).map((scrape) => ({
    by: application.name,
    release: application.release,
    targets: targetsOf(scrape),
    metrics: [...byKey(storedBy(scrape).values(), ({ ownLabels }) => JSON.stringify(ownLabels)).values()].map(
      (same) => ({ own: same[0]?.ownLabels ?? [], names: same.map(({ name }) => name) }),
    ),
  }));

/** A target that an application scrapes. */
interface Scraped extends Pick<Scraping, 'by' | 'release'> {
  readonly target: Target;
  /** The labels that a metric of it has itself; nothing of one that it has not. */
  readonly ownLabels: (metric: string) => readonly string[] | undefined;
  /** Labels that any metric of it may have itself. */
  readonly unsure: ReadonlySet<string>;
}

const scrapedBy = ({ by, release, targets, metrics }: Scraping): readonly Scraped[] => {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  const ownLabels = (metric: string): readonly string[] | undefined => {
    // of most targets nobody asks
    known ??= new Map(metrics.flatMap(({ own, names }) => names.map((name) => [name, own] as const)));
    return known.get(metric);
  };
  const unsure = new Set(metrics.flatMap(({ own }) => own));
  return targets.map((target) => ({ by, release, target, ownLabels, unsure }));
};

/** No label is called so: by it the Prometheus is known that holds the series of a release. */
const release = '';

const pinned = (each: Scraped): Pins => ({
  ...Object.fromEntries(Object.entries(each.target).filter(([label]) => !each.unsure.has(label))),
  [release]: each.release,
});

/** Which targets may have series that matchers mean, quickly seen. */
const targetsIn = (all: readonly Scraping[]) => {
  const found = byPins(all.flatMap(scrapedBy), pinned);
  return (of: string, matchers: readonly LabelMatcher[]): readonly Scraped[] =>
    found({ ...pinsOf(matchers), [release]: of });
};

/** Whether a series of a target may have a label as a matcher wants it; what its application and its pods say is not known. */
const mayHave =
  ({ target }: Scraped, ownLabels: readonly string[]) =>
  (matcher: LabelMatcher): boolean => {
    const { label } = matcher;
    if (ownLabels.includes(label)) return true;
    const value = target[label] ?? (isTargetLabel(label) ? undefined : '');
    return value === undefined || accepts(matcher, value);
  };

/** Whether a target may have a series of this metric that all matchers mean. */
const isMeant = (each: Scraped, metric: string, matchers: readonly LabelMatcher[]): boolean => {
  const ownLabels = each.ownLabels(metric);
  return ownLabels !== undefined && matchers.every(mayHave(each, ownLabels));
};

/** Labels by which it is known that two scrape one target: where no Service stands before it, what its series are called by. */
const telling = ({ service }: Target): readonly string[] =>
  service === '' ? ['namespace', 'job', 'endpoint', 'instance'] : ['namespace', 'service', 'endpoint'];

const isSame = (one: Scraped, other: Scraped): boolean =>
  telling(one.target).every((label) => one.target[label] === other.target[label]);

/** What a person calls a target. */
const nameOf = ({ service, job = '', namespace = '' }: Target): string =>
  service === '' ? `job ${job} in ${namespace}` : `Service ${service} in ${namespace}`;

/** The targets of others that an application may mean by a metric, and that it does not scrape itself. */
const foreignTo = (
  by: string,
  metric: string,
  matchers: readonly LabelMatcher[],
  found: readonly Scraped[],
  own: readonly Scraped[],
): readonly Scraped[] =>
  found.filter(
    (each) =>
      each.by !== by &&
      isMeant(each, metric, matchers) &&
      !own.some((mine) => mine.ownLabels(metric) !== undefined && isSame(mine, each)),
  );

const faults = (reading: Reading, foreign: readonly Scraped[]): readonly Caused[] => {
  const { reader, selector } = reading;
  return [...byKey(foreign, ({ by }) => by)].map(([other, all]) => {
    const targets = [...new Set(all.map(({ target }) => nameOf(target)))];
    const fault = tooWide(
      reading,
      `${reader} may also read ${selector.metric.name} of ${other}: of ${targets.join(', ')}`,
    );
    return { fault, cause: `${other} ${targets.join()}`, hit: reader };
  });
};

const faultsIn = (applications: readonly Application[]): readonly Fault[] => {
  const scrapings = applications.flatMap(scrapingsOf);
  const found = targetsIn(scrapings);
  const own = byKey(scrapings.flatMap(scrapedBy), ({ by }) => by);
  return oncePerCause(
    applications.flatMap(readings).flatMap((reading) => {
      const { application, selector } = reading;
      const { metric, matchers } = selector;
      const among = found(application.release, matchers);
      return faults(
        reading,
        foreignTo(application.name, metric.name, matchers, among, own.get(application.name) ?? []),
      );
    }),
  );
};

/**
 * One Prometheus holds the series of all applications, often under the same names: a rule that does not say whose it
 * means fires for another's fault, or is thinned out by another's traffic. What cannot be told before it is scraped is
 * taken to match.
 */
export const noRuleReadsWhatAnotherScrapes: Law = across({
  summary: ({ applications: [application] }) =>
    application && {
      by: application.name,
      release: application.release,
      reads: byMatchers(readings(application)),
      scrapings: scrapingsOf(application),
    },
  judge: (all) => {
    const found = targetsIn(all.flatMap(({ scrapings }) => scrapings));
    const isForeign = all.some(({ by, release: of, reads, scrapings }) => {
      const own = scrapings.flatMap(scrapedBy);
      return reads.some(({ matchers, names }) => {
        const among = found(of, matchers);
        return names.some((metric) => foreignTo(by, metric, matchers, among, own).length > 0);
      });
    });
    return isForeign ? undefined : [];
  },
  mute: (known) => ({ ...known, reads: [] }),
  whole: ({ applications }) => faultsIn(applications),
});
