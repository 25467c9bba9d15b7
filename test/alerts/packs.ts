import { connectionAlerts, workAlerts } from '../../alerts/activity.js';
import { inFlightAlerts, sessionAlerts } from '../../alerts/concurrency.js';
import { elasticsearchAlerts, logAlerts } from '../../alerts/elasticsearch.js';
import { hostCpuAlerts, hostDiskAlerts, hostIoAlerts, hostMemoryAlerts } from '../../alerts/host.js';
import { httpAlerts } from '../../alerts/http.js';
import { nginxAlerts } from '../../alerts/nginx.js';
import { poolAlerts } from '../../alerts/pool.js';
import { postgresAlerts } from '../../alerts/postgres.js';
import { group } from '../../alerts/rule/group.js';
import { hours } from '../../alerts/rule/hours.js';
import { called } from '../../alerts/text/subject.js';
import { volumeAlerts } from '../../alerts/volumes.js';
import { webVitalAlerts } from '../../alerts/web.js';
import { workloadAlerts } from '../../alerts/workload.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import {
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
} from '../../metrics/elasticsearch-exporter.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { kubeletMetrics } from '../../metrics/kubelet.js';
import { nginxExporterMetrics } from '../../metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '../../metrics/node-exporter.js';
import { postgresExporterMetrics } from '../../metrics/postgres-exporter.js';
import { catalog, narrowed } from '../../promql/metric/catalog.js';
import { counter, gauge, histogram, pythonBuckets } from '../../promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '../../promql/unit/limit.js';

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
});

const here = { namespace: 'shop-prod' };
const shop = narrowed(shopMetrics, here);
const elasticsearch = {
  ...narrowed(elasticsearchExporterMetrics, here),
  ...narrowed(elasticsearchIndexMetrics, here),
};
const host = narrowed(nodeExporterMetrics, here);
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
  workload: workloadAlerts(
    subject,
    { ...narrowed(kubeStateMetrics, here), ...narrowed(cadvisorMetrics, here) },
    { containers: ['shop'], memory: percent(90) },
  ),
  volumes: volumeAlerts(subject, narrowed(kubeletMetrics, here), {
    volumes: ['shop-data', 'shop-db'],
    used: percent(85),
  }),
  postgres: postgresAlerts(subject, narrowed(postgresExporterMetrics, here)),
  work: workAlerts(subject, { done: shop.orders }, { what: { ko: '주문', en: 'orders taken' }, during }),
  connections: connectionAlerts(
    subject,
    { connections: shop.sessions },
    { what: { ko: '결제사 연결', en: 'sessions with the payment provider' }, during },
  ),
  inFlight: inFlightAlerts(subject, shop, { most: count(1000) }),
  sessions: sessionAlerts(subject, { sessions: shop.visitors }, { most: count(1000) }),
  web: webVitalAlerts(subject, shop, { fcp: seconds(1.8), tti: seconds(3.8) }),
  elasticsearch: elasticsearchAlerts(subject, elasticsearch),
  logs: logAlerts(subject, elasticsearch, {
    logs: {
      pattern: /(\.ds-)?filebeat-.+/,
      names: ['.ds-filebeat-8.17.0-2025.01.31-000001', 'filebeat-8.17.0-2025.02.01'],
    },
  }),
  nginx: nginxAlerts(subject, narrowed(nginxExporterMetrics, here)),
  hostDisk: hostDiskAlerts(subject, host, { left: percent(10) }),
  hostMemory: hostMemoryAlerts(subject, host, { used: percent(90) }),
  hostCpu: hostCpuAlerts(subject, host, { busy: percent(70) }),
  hostIo: hostIoAlerts(subject, host, { operations: perSecond(1000) }),
  pool: poolAlerts(subject, { inUse: shop.checkedOut }, { size: count(30), used: percent(90) }),
};

/** One group of them all. */
export const shopGroup = group('shop', { interval: '30s', packs: Object.values(packs) });
