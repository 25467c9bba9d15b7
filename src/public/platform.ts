// What a cluster is monitored by: a release of kube-prometheus-stack.
export { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
export { type PlatformSpec, type PodResourcesSpec, type GrafanaSpec } from '#platform/spec.js';
export {
  type AlertmanagerServer,
  type ChartRules,
  type ControlPlanePart,
  type Feature,
  type GrafanaServer,
  type MatcherStrategy,
  type NodeExporter,
  type Placement,
  type Platform,
  type PlatformPart,
  type PodResources,
  type PrometheusServer,
  type Quantities,
  type Selected,
  type Selection,
  type ServedDatasource,
  type Sidecar,
  type Storage,
  type Versions,
} from '#platform/platform.js';
