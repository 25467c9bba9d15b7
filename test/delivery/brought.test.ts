import { describe, expect, test } from '@jest/globals';
import { type GroupKind, chartNamespaces, clusterKinds, namespacedKinds } from '#delivery/argocd/brought.js';
import { platforms } from './brought.js';

/**
 * The kinds that `helm template prometheus kube-prometheus-stack --version 88.5.3 --namespace monitoring --skip-crds --skip-tests` renders of the values of each
 * platform, as they were recorded of it. Those of every platform stand once.
 */
const always = [
  ...['/Service', '/ServiceAccount'],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ...[
    'apps/Deployment',
    'batch/Job',
    'monitoring.coreos.com/Prometheus',
    'monitoring.coreos.com/ServiceMonitor',
  ],
  ...['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  ...['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/RoleBinding'],
];
const servers = [
  ...['/ConfigMap', '/Secret', 'apps/DaemonSet'],
  ...['monitoring.coreos.com/Alertmanager', 'monitoring.coreos.com/PrometheusRule'],
];
const everywhere = ['kube-system', 'monitoring', 'monitoring-agents'];

const rendered: Readonly<Record<string, readonly [kinds: readonly string[], namespaces: readonly string[]]>> =
  {
    usual: [servers, everywhere],
    bare: [[], ['monitoring']],
    'told by another': [['/Secret'], ['monitoring']],
    'with a volume for Grafana': [[...servers, '/PersistentVolumeClaim'], everywhere],
    'in several': [[...servers, 'policy/PodDisruptionBudget'], everywhere],
    'of all Kubernetes': [servers, everywhere],
    'of the API server alone': [servers, ['monitoring', 'monitoring-agents']],
    'with node_exporter beside it': [servers, ['kube-system', 'monitoring']],
  };

const texts = (kinds: readonly GroupKind[]): readonly string[] =>
  [...new Set(kinds.map(({ group, kind }) => `${group}/${kind}`))].sort();

describe.each(Object.entries(platforms))('a platform %s', (name, cluster) => {
  const [kinds, namespaces] = rendered[name] ?? [[], []];

  test('brings the kinds that its chart renders, and no others', () => {
    expect(texts([...namespacedKinds(cluster), ...clusterKinds])).toEqual([...always, ...kinds].sort());
  });

  test('writes in the namespaces in which its chart does', () => {
    expect([...new Set(chartNamespaces(cluster))].sort()).toEqual(namespaces);
  });
});
