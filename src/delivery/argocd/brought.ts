import type { Cluster } from '#cluster/cluster.js';
import { type Platform, usualControlPlane } from '#platform/platform.js';

/** A kind of objects as an AppProject names it. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

const rbac = 'rbac.authorization.k8s.io';
const operator = 'monitoring.coreos.com';
const of = (group: string, ...kinds: readonly string[]): readonly GroupKind[] =>
  kinds.map((kind) => ({ group, kind }));

const alertmanagerKinds = ({ platform, addresses }: Cluster): readonly GroupKind[] => {
  if (platform.alertmanager) return [...of('', 'Secret'), ...of(operator, 'Alertmanager')];
  // It says where another Alertmanager is, which the chart keeps in a Secret.
  return addresses.alertmanager === undefined ? [] : of('', 'Secret');
};

const grafanaKinds = ({ grafana }: Platform): readonly GroupKind[] =>
  grafana ? of('', 'ConfigMap', ...(grafana.storage ? ['PersistentVolumeClaim'] : [])) : [];

/** Where there are several of a server, a drained node leaves one of them. */
const areSeveral = ({ prometheus, alertmanager }: Platform): boolean =>
  prometheus.replicas > 1 || (alertmanager?.replicas ?? 1) > 1;

/** What the chart kube-prometheus-stack brings into namespaces: as `helm template` of the recorded charts has it, which tests hold it to. */
export const namespacedKinds = (cluster: Cluster): readonly GroupKind[] => {
  const { platform } = cluster;
  return [
    ...of('', 'Service', 'ServiceAccount'),
    ...of('apps', 'Deployment', ...(platform.nodeExporter ? ['DaemonSet'] : [])),
    // The certificate of the operator's webhook is made by Jobs before and after the rest, with rights of their own.
    ...of('batch', 'Job'),
    ...of(rbac, 'Role', 'RoleBinding'),
    ...of(operator, 'Prometheus', 'ServiceMonitor', ...(platform.rules === 'none' ? [] : ['PrometheusRule'])),
    ...alertmanagerKinds(cluster),
    ...grafanaKinds(platform),
    ...(areSeveral(platform) ? of('policy', 'PodDisruptionBudget') : []),
  ];
};

/** What it brings that lies in no namespace. */
export const clusterKinds: readonly GroupKind[] = [
  ...of(rbac, 'ClusterRole', 'ClusterRoleBinding'),
  ...of('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'),
];

/** What the chart of CRDs brings. */
export const crdKinds: readonly GroupKind[] = of('apiextensions.k8s.io', 'CustomResourceDefinition');

/** In which namespaces the chart writes: its own, that of node_exporter, and Kubernetes' own where it sets a Service before a part of that. */
export const chartNamespaces = ({ platform }: Cluster): readonly string[] => {
  const { namespace, nodeExporter, controlPlane = usualControlPlane } = platform;
  return [
    namespace,
    ...(nodeExporter ? [nodeExporter.namespace ?? namespace] : []),
    // The API server has a Service already.
    ...(controlPlane.some((part) => part !== 'api-server') ? ['kube-system'] : []),
  ];
};
