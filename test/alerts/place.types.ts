import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { kubernetes } from '#alerts/place/kubernetes.js';
import type { Place } from '#alerts/place/place.js';
import { called } from '#alerts/text/subject.js';
import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { volumeSpaceLow } from '#alerts/volumes/volume-space-low.js';
import { workloadAlerts } from '#alerts/workload.js';
import { highCpuUsage } from '#alerts/workload/high-cpu-usage.js';
import { highMemoryUsage } from '#alerts/workload/high-memory-usage.js';
import { podDown } from '#alerts/workload/pod-down.js';
import { podRestarting } from '#alerts/workload/pod-restarting.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { count, percent } from '#promql/unit/limit.js';

const host = called('Club', dockerCompose('club'));
declare const somewhere: Place;
const metrics = { ...kubeStateMetrics, ...cadvisorMetrics };
const volumes = { volumes: ['club-db'], used: percent(85), left: percent(10) } as const;
const restarts = { containers: ['club'], restarts: count(2) } as const;
const workload = { containers: ['club'], memory: percent(90), cpu: percent(80) } as const;
const ofDeployments = { deployments: ['club'], memory: percent(90), cpu: percent(80) } as const;

volumeAlmostFull(called('Club'), kubeletMetrics, volumes);
volumeAlmostFull(called('Club', kubernetes), kubeletMetrics, volumes);
volumeAlmostFull({ ko: '동아리', en: 'Club' }, kubeletMetrics, volumes);

// @ts-expect-error A host of Docker Compose has no PersistentVolumeClaims.
volumeAlmostFull(host, kubeletMetrics, volumes);
// @ts-expect-error A host of Docker Compose has no PersistentVolumeClaims.
volumeSpaceLow(host, kubeletMetrics, volumes);
// @ts-expect-error Nobody knows that it is Kubernetes.
volumeAlmostFull(called('Club', somewhere), kubeletMetrics, volumes);

workloadAlerts(called('Club'), metrics, workload);
highCpuUsage(called('Club'), metrics, workload);
highMemoryUsage(called('Club'), metrics, ofDeployments);
podDown(called('Club'), metrics, ofDeployments);
podRestarting(called('Club'), metrics, restarts);

// @ts-expect-error A host of Docker Compose has no kubectl to look at its containers by.
workloadAlerts(host, metrics, workload);
// @ts-expect-error The same.
highCpuUsage(host, metrics, workload);
// @ts-expect-error The same.
highMemoryUsage(host, metrics, ofDeployments);
// @ts-expect-error The same.
highCpuUsage(host, metrics, ofDeployments);
// @ts-expect-error The same.
podRestarting(host, metrics, restarts);
// @ts-expect-error A host of Docker Compose has no Deployments.
podDown(host, metrics, ofDeployments);

// @ts-expect-error Nobody but the agent that sends logs knows into which indices.
noLogsArriving(host, { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics });
