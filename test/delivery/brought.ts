import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import type { PlatformSpec } from '#platform/spec.js';
import { type Cluster, type ClusterSpec, cluster } from '#cluster/cluster.js';

const bare: PlatformSpec = {
  ...{ alertmanager: false, grafana: false, nodeExporter: false, kubeStateMetrics: false },
  ...{ rules: 'none', controlPlane: [] },
};

const of = (platform: PlatformSpec, spec: Partial<ClusterSpec> = {}): Cluster =>
  cluster('production', { applications: [], platform: kubePrometheusStack(platform), ...spec });

/** Platforms whose charts bring different kinds. */
export const platforms: Readonly<Record<string, Cluster>> = {
  usual: of({}),
  bare: of(bare),
  'told by another': of(bare, { addresses: { alertmanager: 'https://alertmanager.example.org' } }),
  'with a volume for Grafana': of({ grafana: { storage: { size: '1Gi' } } }),
  'in several': of({ prometheus: { replicas: 2 }, alertmanager: { replicas: 3 } }),
  'of all Kubernetes': of({
    rules: 'all',
    controlPlane: ['api-server', 'dns', 'controller-manager', 'scheduler', 'etcd', 'proxy'],
  }),
  'of the API server alone': of({ controlPlane: ['api-server'] }),
  'with node_exporter beside it': of({ nodeExporter: { namespace: 'monitoring' } }),
};
