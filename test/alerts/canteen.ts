import { agentNotRunning } from '#alerts/agents/agent-not-running.js';
import { celeryAlerts } from '#alerts/celery.js';
import { httpAlerts } from '#alerts/http.js';
import { outsideApiAlerts } from '#alerts/outside-api.js';
import { resourcesRejected } from '#alerts/operator/resources-rejected.js';
import { connectionsExhausted } from '#alerts/postgres/connections-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { queueAlerts } from '#alerts/rabbitmq.js';
import { rabbitmqDown } from '#alerts/rabbitmq/rabbitmq-down.js';
import { cacheAlerts } from '#alerts/redis.js';
import { redisDown } from '#alerts/redis/redis-down.js';
import { group } from '#alerts/rule/group.js';
import { podsNotScraped } from '#alerts/targets/pods-not-scraped.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { called } from '#alerts/text/subject.js';
import { uploadFailed } from '#alerts/uploads/upload-failed.js';
import { volumeSpaceLow } from '#alerts/volumes/volume-space-low.js';
import { highCpuUsage } from '#alerts/workload/high-cpu-usage.js';
import { podDown } from '#alerts/workload/pod-down.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { processMetrics } from '#metrics/process.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
import { rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, histogram, pythonBuckets } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { count, percent, seconds } from '#promql/unit/limit.js';

export const canteenMetrics = catalog({
  requests: counter('canteen_requests_total', {
    help: 'Requests answered',
    labels: ['path', 'status_code'],
  }),
  duration: histogram('canteen_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['path'],
    buckets: pythonBuckets,
  }),
  tasks: counter('canteen_task_total', {
    help: 'Runs of tasks',
    labels: ['task', 'status'],
    values: { status: ['success', 'failure', 'retry'] },
  }),
  taskDuration: histogram('canteen_task_duration_seconds', {
    help: 'How long tasks ran',
    labels: ['task'],
    buckets: [1, 5, 15, 30, 60, 120, 300],
  }),
  gptRequests: counter('canteen_gpt_requests_total', {
    help: 'Requests to GPT',
    labels: ['model', 'status'],
    values: { status: ['success', 'error'] },
  }),
  gptDuration: histogram('canteen_gpt_duration_seconds', {
    help: 'Time that GPT took',
    labels: ['model'],
    buckets: [0.5, 1, 2, 5, 10, 20, 30, 45, 60, 120],
  }),
  uploads: counter('canteen_uploads_total', {
    help: 'Uploads of photos',
    labels: ['bucket', 'status'],
    values: { status: ['success', 'failure'] },
  }),
});

const here = { namespace: 'canteen' };
const canteen = narrowed(canteenMetrics, here);
const postgres = narrowed(postgresExporterMetrics, here);
/** Its name ends in a consonant, after which Korean has other particles. */
const subject = { ko: '식당', en: 'Canteen' };
const healthChecks = not(['/health', '/ready']);

/** What the other packs' tests leave out: databases, caches, queues, workers, APIs and what they run on. */
export const packs = {
  http: httpAlerts(
    subject,
    {
      requests: canteen.requests.where({ path: healthChecks }),
      duration: canteen.duration.where({ path: healthChecks }),
      by: ['service'],
      status: 'status_code',
    },
    { errors: percent(5), latency: seconds(2) },
  ),
  deployments: {
    podDown: podDown(subject, narrowed(kubeStateMetrics, here), { deployments: ['menu', 'till'] }),
  },
  cpu: {
    highCpuUsage: highCpuUsage(
      subject,
      { ...narrowed(kubeStateMetrics, here), ...narrowed(cadvisorMetrics, here) },
      { containers: ['menu'], cpu: percent(80) },
    ),
  },
  postgres: { databaseDown: databaseDown(subject, postgres, { for: '1m' }) },
  connections: { connectionsExhausted: connectionsExhausted(subject, postgres, { used: percent(90) }) },
  connectionCount: { tooManyConnections: tooManyConnections(subject, postgres, { most: count(100) }) },
  redis: { redisDown: redisDown(subject, narrowed(redisExporterMetrics, here)) },
  cache: cacheAlerts(subject, narrowed(redisExporterMetrics, here), {
    memory: percent(80),
    hits: percent(70),
  }),
  rabbitmq: {
    rabbitmqDown: rabbitmqDown(subject, narrowed(scrapeMetrics, { ...here, service: 'rabbitmq' })),
  },
  queues: queueAlerts(subject, narrowed(rabbitmqMetrics, here), {
    work: ['orders', 'photos'],
    waiting: count(1000),
    deadLetter: { pattern: /dead|dead\..+/, names: ['dead', 'dead.orders'] },
  }),
  celery: celeryAlerts(subject, canteen, { failures: percent(10), duration: seconds('1m') }),
  gpt: outsideApiAlerts(
    called('Canteen GPT'),
    { requests: canteen.gptRequests, duration: canteen.gptDuration },
    { errors: percent(10), latency: seconds(30) },
  ),
  uploads: {
    uploadFailed: uploadFailed(subject, {
      ...canteen,
      ...narrowed({ ...scrapeMetrics, ...processMetrics }, here),
    }),
  },
  space: {
    volumeSpaceLow: volumeSpaceLow(subject, narrowed(kubeletMetrics, here), {
      volumes: ['canteen-db'],
      left: percent(10),
    }),
  },
  agents: {
    agentNotRunning: agentNotRunning(subject, narrowed(kubeStateMetrics, { namespace: 'canteen-agents' }), {
      daemonSets: ['canteen-fluent-bit', 'node-exporter'],
    }),
  },
  operator: {
    resourcesRejected: resourcesRejected(
      subject,
      narrowed(prometheusOperatorMetrics, { namespace: 'monitoring' }),
    ),
  },
  targets: {
    targetDown: targetDown(subject, narrowed(scrapeMetrics, here), { jobs: ['menu', 'canteen-db-exporter'] }),
    podsNotScraped: podsNotScraped(subject, narrowed(scrapeMetrics, here), { jobs: ['menu', 'nightly'] }),
  },
};

/** One group of them all. */
export const canteenGroup = group('canteen', { interval: '30s', packs: Object.values(packs) });
