import { stringify } from 'yaml';
import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { receiver } from '#hosts/alertmanager/receiver.js';
import { alertmanagerTree } from '#hosts/alertmanager/tree.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { kubePrometheusStack } from '#routing/alertmanager/kube-prometheus-stack.js';
import { type Member, ofOperator } from '#routing/alertmanager/operator.js';
import { routingParts } from '#routing/routing-parts.js';

/** An AlertmanagerConfig of an application: a part of its routing. */
interface Part extends Member {
  readonly of: Application;
}

const partsOf = (application: Application): readonly Part[] =>
  routingParts(application.name, application.routing).map(({ name, routing }) => ({
    of: application,
    namespace: application.namespace,
    name,
    routing,
  }));

const ownOnly: LabelMatcher = { label: 'application', operator: '=', value: '' };

/** What the chart's Alertmanager goes by before: where the platform is delivered, its inhibitions are of the chart's own alerts alone. */
const baseOf = ({ deliversPlatform, platform }: Cluster): Configuration => {
  if (!deliversPlatform) return kubePrometheusStack;
  const own = kubePrometheusStack.inhibit.map(({ source, target, equal }) => ({
    source: source.length === 0 ? source : [...source, ownOnly],
    target: source.length === 0 ? target : [...target, ownOnly],
    equal,
  }));
  return { ...kubePrometheusStack, inhibit: platform.rules === 'all' ? own : [] };
};

export interface Routed {
  readonly text: string;
  readonly configuration: Configuration;
  /** The same with one application's objects alone. */
  readonly meant: (application: Application) => Configuration;
}

/**
 * The Alertmanager that tells of a cluster: what prometheus-operator makes of the AlertmanagerConfigs of all applications, and of those of
 * clusters without one of their own, under the chart's own configuration.
 */
export const alertmanagerOf = (cluster: Cluster): Routed => {
  const applications = [
    ...cluster.applications,
    ...cluster.tells.flatMap((guest) => guest.applications),
  ].filter((each) => each !== undefined);
  const parts = applications.flatMap(partsOf);
  const { matcherStrategy: strategy = 'OnNamespace' } = cluster.platform.alertmanager ?? {};
  const operated = { strategy, namespace: cluster.platform.namespace, base: baseOf(cluster) };
  const configuration = ofOperator(parts, operated);
  const receivers = Object.entries(configuration.receivers).map(([name, integrations]) => {
    const part = parts.find((each) => name.startsWith(`${each.namespace}/${each.name}/`));
    const { routing, severities, tells } = part?.of ?? {};
    return receiver(name, integrations, {
      language: routing?.language ?? 'en',
      clock: routing?.clock ?? { name: 'UTC', minutesAheadOfUtc: 0 },
      ...(severities && { severities }),
      ...(tells && { tells }),
    });
  });
  return {
    // Alertmanager's own is 5m, which no AlertmanagerConfig can change.
    text: stringify(alertmanagerTree(configuration, { resolveTimeout: '5m' }, receivers), {
      aliasDuplicateObjects: false,
      lineWidth: 0,
    }),
    configuration,
    meant: (application) => ofOperator(partsOf(application), operated),
  };
};
