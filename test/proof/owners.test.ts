import { group } from '#alerts/rule/group.js';
import { prefixed } from '#alerts/rule/prefix.js';
import { called } from '#alerts/text/subject.js';
import { workloadAlerts } from '#alerts/workload.js';
import { highCpuUsage } from '#alerts/workload/high-cpu-usage.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent } from '#promql/unit/limit.js';
import { provesEveryAlert } from './proven.js';

const metrics = narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, { namespace: 'shop' });
const limits = { memory: percent(80), cpu: percent(80) };
const name = called('Shop');
const owned = [
  { deployments: ['shop', 'shop-gateway'] },
  { statefulSets: ['shop-db'] },
  { daemonSets: ['shop-agent', 'v1.agent'] },
] as const;

// Whatever owns the pods, those whose names begin alike are not among them.
owned.forEach((owners, i) => {
  const packs = [
    prefixed('Own', {
      ...workloadAlerts(name, metrics, { ...owners, ...limits }),
      highCpuUsage: highCpuUsage(name, metrics, { ...owners, ...limits }),
    }),
  ];
  const owner = group(`owner-${i}`, { interval: '30s', packs });
  provesEveryAlert([owner], { application: owner.name, namespace: 'shop', language: 'en' });
});
