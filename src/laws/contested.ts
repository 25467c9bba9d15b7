import { scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { stored } from '#promql/metric/catalog.js';
import { canHoldTogether } from '#routing/together.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Reading, readings, tooWide } from './reading.js';

/** A rule's selector of what the platform scrapes for everybody. */
interface Claim extends Reading {
  /** The place of its application in the estate: of two that clash, the later one is told. */
  readonly order: number;
  /** The one namespace that it reads; nothing where it may read several. */
  readonly namespace: string | undefined;
}

const placeOf = ({ application, selector }: Claim): string =>
  `${application.release} ${selector.metric.name}`;

const clashes = (claim: Claim, other: Claim): boolean =>
  other.order < claim.order &&
  // Most differ in this, which is soon seen.
  (claim.namespace === undefined || other.namespace === undefined || claim.namespace === other.namespace) &&
  canHoldTogether([...claim.selector.matchers, ...other.selector.matchers]);

const fault = (claim: Claim, other: Claim): Fault =>
  tooWide(
    claim,
    `${claim.reader} and ${other.reader} of ${other.application.name} may read the same series of ${claim.selector.metric.name}`,
  );

/**
 * What the platform scrapes for everybody, such as the state of Deployments, belongs to whoever reads it: of two
 * applications that may read one series one is told of a fault with which it has nothing to do.
 */
export const noSeriesIsReadByTwo: Law = ({ applications }) => {
  const claims = applications.flatMap((application, order): readonly Claim[] => {
    const scraped = new Set(scrapesOf(application).flatMap((scrape) => [...storedBy(scrape).keys()]));
    const platform = stored(application.platform);
    return readings(application)
      .filter(({ selector: { metric } }) => platform.has(metric.name) && !scraped.has(metric.name))
      .map((reading) => {
        const named = reading.selector.matchers.find(
          ({ label, operator }) => label === 'namespace' && operator === '=',
        );
        return { ...reading, order, namespace: named?.value };
      });
  });
  const at = byKey(claims, placeOf);
  return oncePerCause(
    claims.flatMap((claim) => {
      const other = at.get(placeOf(claim))?.find((each) => clashes(claim, each));
      return other ? [{ fault: fault(claim, other), cause: other.application.name, hit: claim.reader }] : [];
    }),
  );
};
