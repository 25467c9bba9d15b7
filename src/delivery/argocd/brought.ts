import type { Platform } from '#platform/platform.js';

/** A kind of objects as an AppProject names it. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

const rbac = 'rbac.authorization.k8s.io';
const operator = 'monitoring.coreos.com';
const of = (group: string, kinds: readonly string[]): readonly GroupKind[] =>
  kinds.map((kind) => ({ group, kind }));

/** What the chart brings into its namespace, by which of its parts. */
export const namespacedKinds = (platform: Platform): readonly GroupKind[] => [
  ...of('', ['Service', 'ServiceAccount']),
  ...of('apps', ['Deployment']),
  // The certificate of the operator's webhook is made by Jobs, which run before and after the rest.
  ...of('batch', ['Job']),
  ...of(rbac, ['Role', 'RoleBinding']),
  ...of(operator, ['Prometheus', 'PrometheusRule', 'ServiceMonitor']),
  ...(platform.alertmanager ? [...of('', ['Secret']), ...of(operator, ['Alertmanager'])] : []),
  ...(platform.grafana ? of('', ['ConfigMap']) : []),
  ...(platform.nodeExporter ? of('apps', ['DaemonSet']) : []),
];

/** What it brings that lies in no namespace. */
export const clusterKinds: readonly GroupKind[] = [
  ...of(rbac, ['ClusterRole', 'ClusterRoleBinding']),
  ...of('admissionregistration.k8s.io', ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']),
];

/** What the chart of CRDs brings. */
export const crdKinds: readonly GroupKind[] = of('apiextensions.k8s.io', ['CustomResourceDefinition']);

/** The namespaces beside its own in which the chart writes: Services before what Kubernetes itself runs. */
export const namespacesBeside: readonly string[] = ['kube-system'];
