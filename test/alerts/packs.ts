import { noActiveConnections } from '#alerts/activity/no-active-connections.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { slowQueries } from '#alerts/database/slow-queries.js';
import { elasticsearchAlerts } from '#alerts/elasticsearch.js';
import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { httpAlerts } from '#alerts/http.js';
import { lighthouseAlerts } from '#alerts/lighthouse.js';
import { httpOfSpans } from '#alerts/http/of-spans.js';
import { logsDropped } from '#alerts/logs/logs-dropped.js';
import { logsNotSent } from '#alerts/logs/logs-not-sent.js';
import { requestsCeased } from '#alerts/http/requests-ceased.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { certificateAlerts, endpointAlerts } from '#alerts/probe.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { group } from '#alerts/rule/group.js';
import { hours } from '#alerts/rule/hours.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { platformMetricsMissing } from '#alerts/targets/platform-missing.js';
import { called } from '#alerts/text/subject.js';
import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { collectorAlerts } from '#alerts/collector.js';
import { thanosAlerts } from '#alerts/thanos.js';
import { watcherAlerts } from '#alerts/watchers.js';
import { webVitalAlerts } from '#alerts/web.js';
import { highBounceRate } from '#alerts/web/high-bounce-rate.js';
import { workloadAlerts } from '#alerts/workload.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { fluentBitMetrics } from '#metrics/fluent-bit.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { lighthouseMetrics } from '#metrics/lighthouse.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { collectorMetrics } from '#metrics/opentelemetry-collector.js';
import { spanMetrics } from '#metrics/span-metrics.js';
import { thanosMetrics } from '#metrics/thanos.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { processMetrics } from '#metrics/process.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, pythonBuckets } from '#promql/metric/declare.js';
import { count, mebibytes, percent, perSecond, seconds } from '#promql/unit/limit.js';

const shopMetrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests answered', labels: ['method', 'status'] }),
  duration: histogram('shop_request_duration_seconds', { help: 'Time to answer', buckets: pythonBuckets }),
  orders: counter('shop_orders_total', { help: 'Orders taken' }),
  sessions: gauge('shop_sessions', { help: 'Sessions with the payment provider' }),
  visitors: gauge('shop_web_sessions', { help: 'Sessions of visitors' }),
  firstContentfulPaint: histogram('shop_first_contentful_paint_seconds', {
    help: 'Time until something is seen',
    labels: ['page'],
    buckets: [0.5, 1, 1.8, 3, 6],
  }),
  timeToInteractive: histogram('shop_time_to_interactive_seconds', {
    help: 'Time until the page reacts',
    labels: ['page'],
    buckets: [1, 2.5, 3.8, 7.3, 15],
  }),
  checkedOut: gauge('shop_db_connections', { help: 'Database connections checked out' }),
  sessionsEnded: counter('shop_sessions_ended_total', { help: 'Sessions that have ended' }),
  bounces: counter('shop_session_bounces_total', { help: 'Sessions that have ended after one page' }),
  queryDuration: histogram('shop_db_query_duration_seconds', {
    help: 'Time that a query takes',
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
  }),
});

const here = { namespace: 'shop-prod' };
const shop = narrowed(shopMetrics, here);
const elasticsearch = {
  ...narrowed(elasticsearchExporterMetrics, here),
  ...narrowed(elasticsearchIndexMetrics, here),
  ...narrowed(scrapeMetrics, { ...here, service: 'elasticsearch-exporter' }),
};
const host = narrowed(nodeExporterMetrics, here);
const probes = narrowed({ ...probeMetrics, ...tlsProbeMetrics, phases: httpProbeMetrics.phases }, here);
const subject = called('Shop');
const during = hours({
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '15:30',
  timeZone: 'Asia/Seoul',
});

/** Every pack, for one application. */
export const packs = {
  http: httpAlerts(subject, shop, { errors: percent(5), latency: seconds(5) }),
  firstFailures: override(
    httpAlerts(
      called('Shop checkout'),
      { ...shop, exported: narrowed({ ...scrapeMetrics, ...processMetrics }, here) },
      { errors: percent(5), latency: seconds(5) },
    ),
    { highErrorRate: { name: 'CheckoutHighErrorRate' }, highLatency: leftOut },
  ),
  workload: workloadAlerts(
    subject,
    { ...narrowed(kubeStateMetrics, here), ...narrowed(cadvisorMetrics, here) },
    { containers: ['shop'], memory: percent(90) },
  ),
  traffic: {
    requestsCeased: requestsCeased(
      subject,
      { ...shop, ...narrowed(scrapeMetrics, here) },
      { atLeast: perSecond(2) },
    ),
  },
  platform: {
    platformMetricsMissing: platformMetricsMissing(subject, [
      { name: 'kube-state-metrics', metric: kubeStateMetrics.deploymentAvailable },
      { name: 'kubelet', metric: narrowed(kubeletMetrics, here).volumeUsed },
    ]),
  },
  volumes: {
    volumeAlmostFull: volumeAlmostFull(subject, narrowed(kubeletMetrics, here), {
      volumes: ['shop-data', 'shop-db'],
      used: percent(85),
    }),
  },
  postgres: { databaseDown: databaseDown(subject, narrowed(postgresExporterMetrics, here)) },
  work: {
    nothingDone: nothingDone(
      subject,
      { done: shop.orders, ...narrowed(scrapeMetrics, here) },
      { what: { ko: '주문', en: 'orders taken' }, during },
    ),
  },
  connections: {
    noActiveConnections: noActiveConnections(
      subject,
      { connections: shop.sessions },
      { what: { ko: '결제사 연결', en: 'sessions with the payment provider' }, during },
    ),
  },
  inFlight: { tooManyRequestsInFlight: tooManyRequestsInFlight(subject, shop, { most: count(1000) }) },
  sessions: { tooManySessions: tooManySessions(subject, { sessions: shop.visitors }, { most: count(1000) }) },
  web: webVitalAlerts(subject, shop, { fcp: seconds(1.8), tti: seconds(3.8) }),
  visits: { highBounceRate: highBounceRate(subject, shop, { most: percent(70) }) },
  lighthouse: lighthouseAlerts(
    subject,
    {
      ...narrowed(lighthouseMetrics, here),
      ...narrowed(scrapeMetrics, { ...here, service: 'node-exporter' }),
    },
    { score: percent(90), speedIndex: seconds(3.4), bundle: mebibytes(0.5), images: mebibytes(1) },
  ),
  queries: { slowQueries: slowQueries(subject, shop, { slow: seconds(0.1) }) },
  elasticsearch: elasticsearchAlerts(subject, elasticsearch),
  logs: {
    noLogsArriving: noLogsArriving(subject, elasticsearch, {
      logs: {
        pattern: /(\.ds-)?filebeat-.+/,
        names: ['.ds-filebeat-8.17.0-2025.01.31-000001', 'filebeat-8.17.0-2025.02.01'],
      },
    }),
  },
  agent: {
    logsDropped: logsDropped(subject, narrowed(fluentBitMetrics, here)),
    logsNotSent: logsNotSent(subject, narrowed(fluentBitMetrics, here)),
  },
  watchers: watcherAlerts(
    subject,
    {
      prometheus: narrowed(prometheusMetrics, here),
      alertmanager: narrowed(alertmanagerMetrics, here),
      scrapes: narrowed(scrapeMetrics, here),
    },
    { jobs: ['prometheus', 'alertmanager'] },
  ),
  spans: override(
    httpAlerts(called('Shop payments'), httpOfSpans(narrowed(spanMetrics, here), 'shop-checkout'), {
      errors: percent(5),
      latency: seconds(2),
    }),
    { highErrorRate: { name: 'CheckoutFailing' }, highLatency: { name: 'CheckoutSlow' } },
  ),
  collectors: collectorAlerts(subject, narrowed({ ...collectorMetrics, ...scrapeMetrics }, here)),
  thanos: thanosAlerts(subject, {
    thanos: narrowed(thanosMetrics, here),
    ruler: narrowed(prometheusMetrics, { ...here, job: 'thanos-ruler' }),
    scrapes: narrowed(scrapeMetrics, here),
  }),
  nginx: { nginxDown: nginxDown(subject, narrowed(nginxExporterMetrics, here)) },
  hostDisk: { hostDiskSpaceLow: hostDiskSpaceLow(subject, host, { left: percent(10) }) },
  hostMemory: { hostMemoryHigh: hostMemoryHigh(subject, host, { used: percent(90) }) },
  hostCpu: { hostCpuHigh: hostCpuHigh(subject, host, { busy: percent(70) }) },
  hostIo: { hostDiskBusy: hostDiskBusy(subject, host, { operations: perSecond(1000) }) },
  endpoints: endpointAlerts(subject, probes, { prober: 'blackbox', slow: seconds(2) }),
  certificates: certificateAlerts(subject, probes),
  pool: {
    databasePoolExhausted: databasePoolExhausted(
      subject,
      { inUse: shop.checkedOut },
      { size: count(30), used: percent(90) },
    ),
  },
};

/** One group of them all. */
export const shopGroup = group('shop', { interval: '30s', packs: Object.values(packs) });
