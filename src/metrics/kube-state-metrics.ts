import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

/** A container's resources come under one name in several units: of each a view of its own. */
const resources = (name: 'kube_pod_container_resource_limits' | 'kube_pod_container_resource_requests') => {
  const declaration = {
    help: 'What a container may use (limits) or is promised (requests); no series where it is not set',
    labels: ['namespace', 'pod', 'uid', 'container', 'node', 'resource', 'unit'],
    range: [0, Infinity],
  } as const;
  return {
    memory: gauge(name, { ...declaration, unit: 'bytes' }).where({ resource: 'memory' }),
    cpu: gauge(name, { ...declaration, unit: 'cores' }).where({ resource: 'cpu' }),
  };
};
const limits = resources('kube_pod_container_resource_limits');
const requests = resources('kube_pod_container_resource_requests');

/**
 * kube-state-metrics 2.0 and newer, https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics; every metric
 * is declared stable there unless its help says otherwise.
 *
 * `namespace`, `pod` and `container` are those of the object told about, not of kube-state-metrics: its scrape must honour
 * labels, as the ServiceMonitor of kube-prometheus-stack does.
 */
export const kubeStateMetrics = {
  ...catalog({
    podPhase: gauge('kube_pod_status_phase', {
      help: 'The phase of a pod: 1 for the present one, 0 for all others',
      labels: ['namespace', 'pod', 'uid', 'phase'],
      values: { phase: ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'] },
      unit: 'boolean',
    }),
    podReady: gauge('kube_pod_status_ready', {
      help: 'Whether a pod is ready to serve: 1 for the condition that holds',
      labels: ['namespace', 'pod', 'uid', 'condition'],
      values: { condition: ['true', 'false', 'unknown'] },
      unit: 'boolean',
    }),
    restarts: counter('kube_pod_container_status_restarts_total', {
      help: 'Restarts of a container since its pod was made',
      labels: ['namespace', 'pod', 'uid', 'container'],
    }),
    waiting: gauge('kube_pod_container_status_waiting_reason', {
      help: 'Why a container waits, such as CrashLoopBackOff or ImagePullBackOff',
      labels: ['namespace', 'pod', 'uid', 'container', 'reason'],
      unit: 'boolean',
    }),
    lastTerminated: gauge('kube_pod_container_status_last_terminated_reason', {
      help: 'Why a container ended the last time, such as OOMKilled or Error; experimental',
      labels: ['namespace', 'pod', 'uid', 'container', 'reason'],
      unit: 'boolean',
    }),
    deploymentReplicas: gauge('kube_deployment_spec_replicas', {
      help: 'Pods that a Deployment wants',
      labels: ['namespace', 'deployment'],
      range: [0, Infinity],
    }),
    deploymentAvailable: gauge('kube_deployment_status_replicas_available', {
      help: 'Pods of a Deployment that are available; gone with the Deployment',
      labels: ['namespace', 'deployment'],
      range: [0, Infinity],
    }),
    replicaSetReplicas: gauge('kube_replicaset_spec_replicas', {
      help: 'Pods that a ReplicaSet wants: of each revision of a Deployment there is one, and of all but the present one it is 0',
      labels: ['namespace', 'replicaset'],
      range: [0, Infinity],
    }),
    statefulSetReplicas: gauge('kube_statefulset_replicas', {
      help: 'Pods that a StatefulSet wants',
      labels: ['namespace', 'statefulset'],
      range: [0, Infinity],
    }),
    statefulSetReady: gauge('kube_statefulset_status_replicas_ready', {
      help: 'Pods of a StatefulSet that are ready',
      labels: ['namespace', 'statefulset'],
      range: [0, Infinity],
    }),
    daemonSetDesired: gauge('kube_daemonset_status_desired_number_scheduled', {
      help: 'Nodes on which a DaemonSet wants a pod; gone with the DaemonSet',
      labels: ['namespace', 'daemonset'],
      range: [0, Infinity],
    }),
    daemonSetReady: gauge('kube_daemonset_status_number_ready', {
      help: 'Nodes on which a pod of a DaemonSet is ready; 0 too where an admission lets none be made',
      labels: ['namespace', 'daemonset'],
      range: [0, Infinity],
    }),
    volumeRequests: gauge('kube_persistentvolumeclaim_resource_requests_storage_bytes', {
      help: 'Bytes that a claim asks for',
      labels: ['namespace', 'persistentvolumeclaim'],
      range: [0, Infinity],
    }),
  }),
  // Beside the catalogue, which has room for one metric of a name.
  memoryLimits: limits.memory,
  cpuLimits: limits.cpu,
  memoryRequests: requests.memory,
  cpuRequests: requests.cpu,
};
