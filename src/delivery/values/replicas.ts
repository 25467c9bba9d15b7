import type { Platform } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';

/** In which zone a node is, by the label that Kubernetes gives it. */
const zone = 'topology.kubernetes.io/zone';

/** A drain of nodes takes one at a time. The chart's own `minAvailable` is taken away: a budget says one of the two. */
const budget: Values = { enabled: true, minAvailable: null, maxUnavailable: 1 };

/**
 * Apart from each other: on nodes of their own where any node will do, and over zones where there are several. On nodes that a platform has to itself
 * there may be but one, so that they are only asked for; so it is with shards, of which the chart would have each pod on another node.
 */
const apart = ({ placement, prometheus }: Platform, name: string, isSharded: boolean): Values => ({
  podAntiAffinity: placement === undefined && !isSharded ? 'hard' : 'soft',
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: zone,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
      ...(isSharded && prometheus.shards > 1 && { matchLabelKeys: ['operator.prometheus.io/shard'] }),
    },
  ],
});

/** What follows from there being several: they stand apart, and are not taken all at once. How many there are the servers' own values say. */
export const replicas: Contribution = ({ platform }) => {
  const { prometheus, alertmanager } = platform;
  return {
    ...(alertmanager &&
      alertmanager.replicas > 1 && {
        alertmanager: {
          podDisruptionBudget: budget,
          alertmanagerSpec: apart(platform, 'alertmanager', false),
        },
      }),
    ...(prometheus.replicas * prometheus.shards > 1 && {
      prometheus: {
        podDisruptionBudget: budget,
        prometheusSpec: apart(platform, 'prometheus', prometheus.shards > 1),
      },
    }),
  };
};
