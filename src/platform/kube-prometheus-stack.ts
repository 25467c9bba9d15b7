import { placementOf } from '#ground/placement.js';
import { type Fault, refuse } from '#ground/fault.js';
import { keyed } from '#ground/keyed.js';
import type { Secret } from '#ground/secret.js';
import { usualChart, versionsOfChart } from './chart.js';
import { platformFaults } from './fault.js';
import { featuresOf } from './feature.js';
import { type Platform, type PodResources, type Selected, selected, usualControlPlane } from './platform.js';
import { platformShape } from './shape.js';
import type { GrafanaSpec, PlatformSpec, PodResourcesSpec } from './spec.js';
import * as usual from './defaults.js';
import { alone } from './engine/alone.js';

const resourcesOf = (most: PodResources, { requests, limits }: PodResourcesSpec = {}): PodResources => ({
  requests: { ...most.requests, ...requests },
  limits: Object.fromEntries(
    Object.entries({ ...most.limits, ...limits }).filter(([, limit]) => limit !== undefined),
  ),
});

const grafanaOf = ({ admin, sidecar, resources, storage, ...given }: GrafanaSpec) => {
  const { dashboards, datasources } = usual.usualGrafana.sidecar;
  return {
    ...usual.usualGrafana,
    ...given,
    admin: { ...usual.usualGrafana.admin, ...admin },
    sidecar: {
      dashboards: { ...dashboards, ...sidecar?.dashboards },
      datasources: { ...datasources, ...sidecar?.datasources },
    },
    resources: resourcesOf(usual.usualGrafana.resources, resources),
    ...(storage && { storage: { size: '1Gi', ...storage } }),
  };
};

/** What Grafana's login is read from. */
const loginOf = (grafana: Platform['grafana']): readonly Secret[] =>
  grafana === undefined
    ? []
    : [grafana.admin.userKey, grafana.admin.passwordKey].map((key) => ({ name: grafana.admin.name, key }));

/** What is described, and the rest as is usual; nobody has looked at it yet. */
const described = (spec: PlatformSpec): Platform => {
  const { release = 'prometheus', namespace = 'monitoring', chart = usualChart } = spec;
  const known = versionsOfChart(chart) ?? { operator: '', prometheus: '', alertmanager: '', grafana: '' };
  const versions = { kubernetes: '1.33', ...known, ...spec.versions };
  // The chart gives its objects the label `release`; AlertmanagerConfigs it takes up without one.
  const labels = (what: Selected) => (what === 'alertmanagerConfigs' ? {} : { release });
  const { prometheus, alertmanager, grafana, kubeStateMetrics, nodeExporter, placement } = spec;
  const shown = grafana === false ? undefined : grafanaOf(grafana ?? {});
  return {
    ...{ release, namespace, chart, versions },
    selects: keyed(selected, (what) => ({ labels: labels(what), namespaces: {}, ...spec.selects?.[what] })),
    prometheus: {
      ...usual.usualPrometheus,
      features: featuresOf(versions.prometheus),
      ...prometheus,
      storage: { ...usual.usualPrometheus.storage, ...prometheus?.storage },
      resources: resourcesOf(usual.usualPrometheus.resources, prometheus?.resources),
    },
    ...(alertmanager !== false && {
      alertmanager: {
        ...usual.usualAlertmanager,
        ...alertmanager,
        storage: { ...usual.usualAlertmanager.storage, ...alertmanager?.storage },
        resources: resourcesOf(usual.usualAlertmanager.resources, alertmanager?.resources),
      },
    }),
    ...(shown && { grafana: shown }),
    ...(kubeStateMetrics !== false && {
      kubeStateMetrics: { resources: resourcesOf(usual.usualKubeStateMetrics, kubeStateMetrics?.resources) },
    }),
    ...(nodeExporter !== false && {
      nodeExporter: {
        namespace: `${namespace}-agents`,
        ...nodeExporter,
        resources: resourcesOf(usual.usualNodeExporter, nodeExporter?.resources),
      },
    }),
    operator: { resources: resourcesOf(usual.usualOperator, spec.operator?.resources) },
    controlPlane: spec.controlPlane ?? usualControlPlane,
    rules: spec.rules ?? 'recording',
    ...(placement && { placement: placementOf(placement) }),
    secrets: [...loginOf(shown), ...(spec.secrets ?? [])],
    engine: spec.engine ?? alone,
    ...(spec.remoteWrites && { remoteWrites: spec.remoteWrites }),
  };
};

const refused = (faults: readonly Fault[]): void => refuse('kubePrometheusStack', faults);

/**
 * Describes what a cluster is monitored by: a release of the chart kube-prometheus-stack. What is left out is as in a usual installation,
 * which docs/delivery/platform.md tells with its reasons.
 *
 * @throws Refusal with everything that is wrong: quantities, sizes and lengths of time that nobody reads, data that its volume does not hold,
 * pods that ask for more than they may use, releases and features that do not go together, selectors that leave out the chart's own objects,
 * a Grafana without a login or with two data sources of one uid.
 */
export const kubePrometheusStack = (spec: PlatformSpec = {}): Platform => {
  refused(platformShape('', spec));
  const platform = described(spec);
  refused(platformFaults(platform));
  return platform;
};
