import { kubernetes } from '#alerts/place/kubernetes.js';
import type { Place } from '#alerts/place/place.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type RuleGroup, group } from '#alerts/rule/group.js';
import { override } from '#alerts/rule/pack.js';
import { isNonEmpty } from '#alerts/scenario/scenario.js';
import { platformMetricsMissing } from '#alerts/targets/platform-missing.js';
import { called } from '#alerts/text/subject.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { Profile } from './profile.js';
import type { Scrape } from './scrape.js';
import { inPascalCase, isTaken } from './taken.js';
import { unwatchedTargets, unwatchedTellers } from './unwatched.js';
import { watchingTargets } from './watching-targets.js';

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
  const { application, title, namespace, place, scrapes, groups } = watchable;
  const alerts = groups.flatMap((each) => each.alerts);
  const unwatched = unwatchedTargets(scrapes, alerts, namespace);
  const packs = [...watchingTargets(title, place, unwatched, alerts), ...ofPlatform(watchable, alerts)].map(
    (each) => ({ each }),
  );
  if (packs.length === 0) return [];
  // A name that nothing can be called after is refused as the application's, not as that of its group.
  const name = `${application.replace(/[^\w.-]/g, '-')}-scrapes`;
  return [group(name, { interval: groups[0]?.interval ?? '30s', packs })];
};

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
