import { kubernetes } from '../alerts/place/kubernetes.js';
import { outsideOf } from '../alerts/place/outside.js';
import type { Place } from '../alerts/place/place.js';
import { podsOf } from '../alerts/place/pods.js';
import type { AlertRule } from '../alerts/rule/rule.js';
import { type RuleGroup, group } from '../alerts/rule/group.js';
import { override } from '../alerts/rule/pack.js';
import type { NonEmpty } from '../alerts/scenario/scenario.js';
import { platformMetricsMissing } from '../alerts/targets/platform-missing.js';
import { targetDown } from '../alerts/targets/target-down.js';
import { called } from '../alerts/text/subject.js';
import { scrapeMetrics } from '../metrics/prometheus.js';
import type { MetricCatalog } from '../promql/metric/catalog.js';
import type { Profile } from './profile.js';
import type { Scrape } from './scrape.js';
import { type Unwatched, unwatchedTargets, unwatchedTellers } from './unwatched.js';

/** What of an application its watching follows from. */
export interface Watchable extends Profile {
  readonly place: Place;
  readonly scrapes: readonly Scrape[];
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
}

/**
 * The alerts that tell when scrapes fail or have no target any more, and when the platform falls silent, as far as no alert of the
 * application tells it yet: without them all that read those metrics are quiet, as if all were well.
 */
export const watching = (watchable: Watchable): readonly RuleGroup[] => {
  const { application, groups } = watchable;
  const alerts = groups.flatMap((each) => each.alerts);
  const packs = [...ofTargets(watchable, alerts), ...ofPlatform(watchable, alerts)].map((each) => ({ each }));
  if (packs.length === 0) return [];
  // A name that nothing can be called after is refused as the application's, not as that of its group.
  const name = `${application.replace(/[^\w.-]/g, '-')}-scrapes`;
  return [group(name, { interval: groups[0]?.interval ?? '30s', packs })];
};

const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** What is found in one way is looked for in one way: its alert says how. */
const kinds = [
  { of: 'services', called: '' },
  { of: 'pods', called: 'Pods' },
  { of: 'targets', called: 'Outside' },
] as const;

/** Where a person looks for what is scraped. */
const placeOf = (place: Place, unwatched: readonly Unwatched[]): Place => {
  const labels = unwatched.flatMap(({ scrape }) => (scrape.of === 'pods' ? [scrape.pods.labels] : []));
  if (isNonEmpty(labels)) return place.platform === 'kubernetes' ? podsOf(labels) : place;
  return unwatched.some(({ scrape }) => scrape.of === 'targets') ? outsideOf(place) : place;
};

const ofTargets = (watchable: Watchable, alerts: readonly AlertRule[]): readonly AlertRule[] => {
  const all = unwatchedTargets(watchable.scrapes, alerts, watchable.namespace);
  return kinds.flatMap(({ of, called: kind }) =>
    ofOneKind(
      watchable,
      all.filter(({ scrape }) => scrape.of === of),
      kind,
      alerts,
    ),
  );
};

const ofOneKind = (
  { title, place }: Watchable,
  all: readonly Unwatched[],
  kind: string,
  alerts: readonly AlertRule[],
): readonly AlertRule[] => {
  const namespaces = [...new Set(all.map(({ target }) => target['namespace'] ?? ''))];
  return namespaces.flatMap((where, i) => {
    const unwatched = all.filter(({ target }) => target['namespace'] === where);
    const jobs = [...new Set(unwatched.map(({ target: { job = '' } }) => job))];
    if (!isNonEmpty(jobs)) return [];
    const up = scrapeMetrics.up.where({ namespace: where });
    const alert = targetDown(called(title, placeOf(place, unwatched)), { up }, { jobs });
    const name = `${alert.name}${kind}`;
    const isFirst = i === 0 && !isTaken(name, alerts);
    const own = isFirst ? name : `${name}${inPascalCase(where)}`;
    return [own === alert.name ? alert : override(alert, { name: own })];
  });
};

/** An application may have an alert of this name that tells of other targets. */
const isTaken = (name: string, alerts: readonly AlertRule[]): boolean =>
  alerts.some((each) => each.name === name);

/** A namespace in the name of an alert: of `shop-prod` it is `ShopProd`. */
const inPascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

const ofPlatform = (
  { title, place, platform }: Watchable,
  alerts: readonly AlertRule[],
): readonly AlertRule[] => {
  const tellers = unwatchedTellers(platform, alerts);
  if (!isNonEmpty(tellers) || place.platform !== 'kubernetes') return [];
  const alert = platformMetricsMissing(called(title, kubernetes), tellers);
  const [{ name }] = tellers;
  return [
    isTaken(alert.name, alerts) ? override(alert, { name: `${alert.name}${inPascalCase(name)}` }) : alert,
  ];
};
