import { connectionAlerts, workAlerts } from '../../alerts/activity.js';
import { httpAlerts } from '../../alerts/http.js';
import { postgresAlerts } from '../../alerts/postgres.js';
import { group } from '../../alerts/rule/group.js';
import { hours } from '../../alerts/rule/hours.js';
import { called } from '../../alerts/subject.js';
import { volumeAlerts } from '../../alerts/volumes.js';
import { workloadAlerts } from '../../alerts/workload.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { kubeletMetrics } from '../../metrics/kubelet.js';
import { postgresExporterMetrics } from '../../metrics/postgres-exporter.js';
import { counter, gauge, goBuckets, histogram } from '../../promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '../../promql/unit/limit.js';

const subject = called('Bakery');
// Across midnight in UTC, and no two days that follow each other.
const during = hours({
  days: ['thursday', 'saturday'],
  from: '18:00',
  to: '21:30',
  timeZone: 'America/Bogota',
});

/** Every pack as nobody has it: everywhere, other limits, other hours, a group that is evaluated less often. */
export const bakeryGroup = group('bakery', {
  interval: '1m',
  packs: [
    httpAlerts(
      subject,
      {
        requests: counter('bakery_requests_total', { help: 'Requests', labels: ['status'] }),
        duration: histogram('bakery_request_duration_seconds', { help: 'Time', buckets: goBuckets }),
      },
      { errors: percent(30), latency: seconds(0.2), leastTraffic: perSecond(10) },
    ),
    workloadAlerts(
      subject,
      { ...kubeStateMetrics, ...cadvisorMetrics },
      { containers: ['oven', 'till'], memory: percent(50), restarts: count(4) },
    ),
    volumeAlerts(subject, kubeletMetrics, { volumes: ['recipes'], used: percent(99.5) }),
    postgresAlerts(subject, postgresExporterMetrics),
    workAlerts(
      subject,
      { done: counter('bakery_loaves_total', { help: 'Loaves', labels: ['kind'] }) },
      { what: { ko: '빵', en: 'loaves' }, during },
    ),
    connectionAlerts(
      subject,
      { connections: gauge('bakery_tills', { help: 'Tills' }) },
      { what: { ko: '계산대', en: 'tills' }, during },
    ),
  ],
});
