import { scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { stored } from '#promql/metric/catalog.js';
import { canHoldTogether } from '#routing/together.js';
import type { Fault } from '#ground/fault.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Reading, readings, tooWide } from './reading.js';
import type { Application } from '#application/application.js';
import { across } from './apart.js';
import { byMatchers, byMetric } from './selecting.js';

/** A rule's selector of what the platform scrapes for everybody. */
interface Claim extends Reading {
  /** The place of its application in the estate: of two that clash, the later one is told. */
  readonly order: number;
}

/** The claims of an application: all but those on what it scrapes itself. */
const claimsOf = (application: Application): readonly Reading[] => {
  const scraped = new Set(scrapesOf(application).flatMap((scrape) => [...storedBy(scrape).keys()]));
  const platform = stored(application.platform);
  return readings(application).filter(
    ({ selector: { metric } }) => platform.has(metric.name) && !scraped.has(metric.name),
  );
};

const fault = (claim: Claim, other: Claim): Fault =>
  tooWide(
    claim,
    `${claim.reader} and ${other.reader} of ${other.application.name} may read the same series of ${claim.selector.metric.name}`,
  );

/** What each claim in a place clashes with first, of what stands before it there. */
const clashesIn = (applications: readonly Application[]): readonly Caused[] => {
  const claims = applications.flatMap((application, order) =>
    claimsOf(application).map((reading): Claim => ({ ...reading, order })),
  );
  const before = byMetric(claims, ({ application, selector }) => ({
    release: application.release,
    metric: selector.metric.name,
    matchers: selector.matchers,
  }));
  return claims.flatMap((claim) => {
    const { application, selector } = claim;
    const [other] = before(application.release, selector.metric.name, selector.matchers)
      .filter(
        (each) =>
          each.order < claim.order && canHoldTogether([...selector.matchers, ...each.selector.matchers]),
      )
      .sort((one, another) => one.order - another.order);
    return other ? [{ fault: fault(claim, other), cause: other.application.name, hit: claim.reader }] : [];
  });
};

/**
 * What the platform scrapes for everybody, such as the state of Deployments, belongs to whoever reads it: of two
 * applications that may read one series one is told of a fault with which it has nothing to do.
 */
export const noSeriesIsReadByTwo: Law = across({
  summary: ({ applications }) => {
    const claims = applications.flatMap(claimsOf);
    const [{ name: by, release } = { name: '', release: '' }] = applications;
    return claims.length === 0 ? undefined : { by, release, claims: byMatchers(claims) };
  },
  judge: (all) => {
    const claims = all.flatMap(({ by, release, claims: groups }) =>
      groups.flatMap(({ matchers, names }) => names.map((metric) => ({ by, release, metric, matchers }))),
    );
    const others = byMetric(claims, (claim) => claim);
    const isContested = claims.some(({ by, release, metric, matchers }) =>
      others(release, metric, matchers).some(
        (other) => other.by !== by && canHoldTogether([...matchers, ...other.matchers]),
      ),
    );
    return isContested ? undefined : [];
  },
  mute: () => undefined,
  whole: ({ applications }) => oncePerCause(clashesIn(applications)),
});
