import { noActiveConnections } from '#alerts/activity/no-active-connections.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { elasticsearchAlerts } from '#alerts/elasticsearch.js';
import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { httpAlerts } from '#alerts/http.js';
import { requestsCeased } from '#alerts/http/requests-ceased.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { group } from '#alerts/rule/group.js';
import { hours } from '#alerts/rule/hours.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { called } from '#alerts/text/subject.js';
import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { webVitalAlerts } from '#alerts/web.js';
import { workloadAlerts } from '#alerts/workload.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, goBuckets, histogram } from '#promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '#promql/unit/limit.js';

const subject = called('Bakery');
/** Pods and volumes are told apart by their namespace, which must be one. */
const here = { namespace: 'bakery' };
// Across midnight in UTC, and no two days that follow each other.
const during = hours({
  days: ['thursday', 'saturday'],
  from: '18:00',
  to: '21:30',
  timeZone: 'America/Bogota',
});

const vital = histogram('bakery_vital_seconds', {
  help: 'A vital',
  labels: ['page'],
  buckets: [1, 2, 4, 8],
});

/** Every pack as nobody has it: in no namespace where that may be, other limits, other hours, a group that is evaluated less often. */
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
    workloadAlerts(subject, narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, here), {
      containers: ['oven', 'till'],
      memory: percent(50),
      restarts: count(4),
    }),
    {
      volumeAlmostFull: volumeAlmostFull(subject, narrowed(kubeletMetrics, here), {
        volumes: ['recipes'],
        used: percent(99.5),
      }),
      databaseDown: databaseDown(subject, postgresExporterMetrics),
      requestsCeased: requestsCeased(
        subject,
        {
          requests: counter('bakery_requests_total', { help: 'Requests', labels: ['status'] }),
          ...scrapeMetrics,
        },
        { atLeast: perSecond(0.1), during },
      ),
      nothingDone: nothingDone(
        subject,
        { done: counter('bakery_loaves_total', { help: 'Loaves', labels: ['kind'] }), ...scrapeMetrics },
        { what: { ko: '빵', en: 'loaves' }, during },
      ),
      noActiveConnections: noActiveConnections(
        subject,
        { connections: gauge('bakery_tills', { help: 'Tills' }) },
        { what: { ko: '계산대', en: 'tills' }, during },
      ),
      tooManyConnections: tooManyConnections(subject, postgresExporterMetrics, { most: count(7) }),
      nginxDown: nginxDown(subject, nginxExporterMetrics, { for: '3m' }),
      databasePoolExhausted: databasePoolExhausted(
        subject,
        { inUse: gauge('bakery_ovens_in_use', { help: 'Ovens in use' }) },
        { size: count(7), used: percent(50) },
      ),
      hostDiskSpaceLow: hostDiskSpaceLow(subject, nodeExporterMetrics, { left: percent(0.5) }),
      hostMemoryHigh: hostMemoryHigh(subject, nodeExporterMetrics, { used: percent(99) }),
      hostCpuHigh: hostCpuHigh(subject, nodeExporterMetrics, { busy: percent(1) }),
      hostDiskBusy: hostDiskBusy(subject, nodeExporterMetrics, { operations: perSecond(0.5) }),
    },
    elasticsearchAlerts(
      subject,
      { ...elasticsearchExporterMetrics, ...scrapeMetrics },
      { watermark: percent(90), for: '5m' },
    ),
    webVitalAlerts(
      subject,
      { firstContentfulPaint: vital, timeToInteractive: vital },
      { fcp: seconds(1.5), tti: seconds(4), leastLoads: perSecond(2) },
    ),
    {
      noLogsArriving: noLogsArriving(
        subject,
        { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics },
        { logs: { pattern: /orders|receipts-\d+/, names: ['receipts-7'] } },
      ),
      tooManyRequestsInFlight: tooManyRequestsInFlight(
        subject,
        { duration: histogram('bakery_request_duration_seconds', { help: 'Time', buckets: goBuckets }) },
        { most: count(3) },
      ),
      tooManySessions: tooManySessions(
        subject,
        { sessions: gauge('bakery_visits', { help: 'Visits' }) },
        { most: count(123_456) },
      ),
    },
  ],
});
