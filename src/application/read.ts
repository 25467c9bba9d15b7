import { remembered } from '#ground/remembered.js';
import { type MetricCatalog, storedOf } from '#promql/metric/catalog.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Expr, Selector } from '#promql/expr/ast.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { accepts } from '#routing/matcher.js';
import { type Scrape, storedBy } from './scrape.js';
import { type Target, targetsOf } from './target.js';

/** How often a kube-prometheus-stack scrapes kube-state-metrics and the kubelet, where no platform says otherwise. */
export const platformInterval: Duration = '30s';

/** Whether a target may be one that a selector means; a variable is Grafana's, and what the metric has itself is not the target's. */
export const isMeant = ({ metric, matchers }: Selector, target: Target): boolean =>
  matchers
    .filter(
      ({ label, value }) => label in target && !metric.ownLabels.includes(label) && !value.startsWith('$'),
    )
    .every((matcher: LabelMatcher) => accepts(matcher, target[matcher.label] ?? ''));

/** Which scrapes may have brought the series that a selector reads. */
export const scrapesRead =
  (scrapes: readonly Scrape[]) =>
  (selector: Selector): readonly Scrape[] =>
    scrapes.filter(
      (scrape) =>
        storedBy(scrape).has(selector.metric.name) &&
        targetsOf(scrape).some((target) => isMeant(selector, target)),
    );

/** What metrics are called in a catalogue, as they are declared and as they are stored. */
const namesIn: (catalog: MetricCatalog) => ReadonlySet<string> = remembered(
  (catalog) => new Set([...Object.values(catalog).map(({ info }) => info.name), ...storedOf(catalog).keys()]),
);

/**
 * How often what an expression reads is scraped, at the slowest; nothing where it reads nothing that is scraped.
 *
 * @param byPlatform How often the platform scrapes what it scrapes for everybody.
 */
export const scrapedEvery = (
  expr: Expr,
  scrapes: readonly Scrape[],
  platform: readonly MetricCatalog[],
  byPlatform: Duration = platformInterval,
): Duration | undefined => {
  const ofSelector = scrapesRead(scrapes);
  return scrapedSelectors(expr)
    .flatMap((selector): readonly Duration[] => {
      const own = ofSelector(selector).map(({ interval }) => interval);
      return own.length === 0 && platform.some((each) => namesIn(each).has(selector.metric.name))
        ? [byPlatform]
        : own;
    })
    .reduce<Duration | undefined>(
      (slowest, each) => (slowest === undefined || inSeconds(each) > inSeconds(slowest) ? each : slowest),
      undefined,
    );
};
