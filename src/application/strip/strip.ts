import type { RuleGroup } from '#alerts/rule/group.js';
import type { StripFacts } from '#dashboards/strip/facts.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { stored } from '#promql/metric/catalog.js';
import type { Scrape } from '#application/scrape.js';
import { budgetsLeft } from './budgets.js';
import { countedPods, countedServers } from './behind.js';
import { countedTargets } from './targets.js';

/** What of an application its strip is made of. */
export interface OfStrip {
  readonly name: string;
  /** Those of its own Services and pods. */
  readonly own: readonly Scrape[];
  /** Those of exporters, agents and collectors. */
  readonly beside: readonly Scrape[];
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
}

/** What the strip on top of an application's dashboards tells: the application, its pods, the servers behind it, what tells of those; the gravest first. */
export const stripFacts = ({ name, own, beside, platform, groups }: OfStrip): StripFacts => {
  const alerts = groups.flatMap((group) => group.alerts);
  const hasPods = stored(platform).has('kube_deployment_spec_replicas');
  const counted = [
    ...countedTargets({ application: name, own, beside, alerts }),
    ...(hasPods ? countedPods(alerts, name) : []),
    ...countedServers(alerts),
  ];
  const gravity = { critical: 0, warning: 1, none: 2 } as const;
  return {
    counted: counted.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]),
    budgets: groups.flatMap(budgetsLeft),
  };
};
