import { logAlerts } from '../../alerts/elasticsearch.js';
import { dockerCompose } from '../../alerts/place/compose.js';
import { kubernetes } from '../../alerts/place/kubernetes.js';
import type { Place } from '../../alerts/place/place.js';
import { called } from '../../alerts/text/subject.js';
import { spaceAlerts, volumeAlerts } from '../../alerts/volumes.js';
import {
  cpuAlerts,
  deploymentAlerts,
  podCpuAlerts,
  podMemoryAlerts,
  workloadAlerts,
} from '../../alerts/workload.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import {
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
} from '../../metrics/elasticsearch-exporter.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { kubeletMetrics } from '../../metrics/kubelet.js';
import { percent } from '../../promql/unit/limit.js';

const host = called('Club', dockerCompose('club'));
declare const somewhere: Place;
const metrics = { ...kubeStateMetrics, ...cadvisorMetrics };
const volumes = { volumes: ['club-db'], used: percent(85), left: percent(10) } as const;
const workload = {
  containers: ['club'],
  deployments: ['club'],
  memory: percent(90),
  cpu: percent(80),
} as const;

volumeAlerts(called('Club'), kubeletMetrics, volumes);
volumeAlerts(called('Club', kubernetes), kubeletMetrics, volumes);
volumeAlerts({ ko: '동아리', en: 'Club' }, kubeletMetrics, volumes);

// @ts-expect-error A host of Docker Compose has no PersistentVolumeClaims.
volumeAlerts(host, kubeletMetrics, volumes);
// @ts-expect-error A host of Docker Compose has no PersistentVolumeClaims.
spaceAlerts(host, kubeletMetrics, volumes);
// @ts-expect-error Nobody knows that it is Kubernetes.
volumeAlerts(called('Club', somewhere), kubeletMetrics, volumes);

// @ts-expect-error A host of Docker Compose has no kubectl to look at its containers by.
workloadAlerts(host, metrics, workload);
// @ts-expect-error The same.
cpuAlerts(host, metrics, workload);
// @ts-expect-error The same.
podMemoryAlerts(host, metrics, workload);
// @ts-expect-error The same.
podCpuAlerts(host, metrics, workload);
// @ts-expect-error A host of Docker Compose has no Deployments.
deploymentAlerts(host, metrics, workload);

// @ts-expect-error Nobody but the agent that sends logs knows into which indices.
logAlerts(host, { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics });
