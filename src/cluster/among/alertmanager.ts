import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { type LabelMatcher } from '#promql/metric/match.js';
import type { Routing } from '#routing/routing.js';

/** Clusters whose alerts meet in one Alertmanager, which one of them runs. */
export const alertingTogether = (cluster: Cluster, all: readonly Cluster[]): readonly Cluster[] => {
  const { alertmanager } = cluster.addresses;
  return alertmanager === undefined
    ? [cluster]
    : all.filter(({ addresses }) => addresses.alertmanager === alertmanager);
};

const withLabel = (labels: readonly string[] | undefined, label: string): readonly string[] | undefined =>
  labels === undefined || labels.includes(label) || labels.includes('...') ? labels : [...labels, label];

/**
 * A routing that takes alerts of one cluster alone: of those that meet, others may be of an application of this name too. They share no message,
 * and an outage of one silences nothing of the other.
 */
export const routedApart = (given: Routing, cluster: string): Routing => {
  const own: LabelMatcher = { label: 'cluster', operator: '=', value: cluster };
  const { route, inhibit } = given;
  const grouped = (each: typeof route): typeof route => {
    const groupBy = withLabel(each.groupBy, 'cluster');
    return { ...each, ...(groupBy && { groupBy }), routes: each.routes.map(grouped) };
  };
  const all = grouped(route);
  return {
    ...given,
    route: { ...all, matchers: [...all.matchers, own] },
    inhibit: inhibit.map((each) => ({
      source: [...each.source, own],
      target: [...each.target, own],
      equal: [...new Set([...each.equal, 'cluster'])],
    })),
  };
};

/** An application whose alerts meet those of other clusters. */
export const alertingApart = (
  application: Application,
  { labels, cluster }: Pick<Cluster, 'labels' | 'cluster'>,
): Application => ({
  ...application,
  externalLabels: labels,
  routing: routedApart(application.routing, cluster),
});
