import type { ControlPlanePart } from '#platform/platform.js';
import type { Contribution } from './contribution.js';

/** The chart's groups of alerts, and of records that only its alerts read. */
const alerting = [
  ...['alertmanager', 'configReloaders', 'general', 'kubernetesApps', 'kubernetesResources'],
  ...['kubernetesStorage', 'kubernetesSystem', 'kubeStateMetrics', 'network', 'nodeExporterAlerting'],
  ...['prometheus', 'prometheusOperator'],
];

/** Those that the chart has only where that part of Kubernetes is scraped. */
const ofControlPlane: Readonly<Record<ControlPlanePart, readonly string[]>> = {
  'api-server': ['kubeApiserverSlos', 'kubeApiserverBurnrate'],
  'controller-manager': ['kubeControllerManager'],
  scheduler: ['kubeSchedulerAlerting'],
  etcd: ['etcd'],
  proxy: ['kubeProxy'],
  dns: [],
};

/**
 * What is on of the chart's own rules. Its Alertmanager sends whatever no route takes to nobody, and so its alerts, `Watchdog` among them,
 * fire into the void: they are off unless somebody asks for them. An application whose routing has a heartbeat brings a `Watchdog` that is
 * told to who expects it. What the chart records its dashboards read.
 */
export const rules: Contribution = ({ platform: { rules: on = 'recording', controlPlane = [] } }) => {
  if (on === 'none') return { defaultRules: { create: false } };
  const off = [...alerting, ...controlPlane.flatMap((part) => ofControlPlane[part])];
  return on === 'all'
    ? {}
    : { defaultRules: { rules: Object.fromEntries(off.map((group) => [group, false])) } };
};
