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
import { catalog, narrowed } from '../../promql/metric/catalog.js';
import { counter, gauge, histogram, pythonBuckets } from '../../promql/metric/declare.js';
import { percent, seconds } from '../../promql/unit/limit.js';

const shopMetrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests answered', labels: ['method', 'status'] }),
  duration: histogram('shop_request_duration_seconds', { help: 'Time to answer', buckets: pythonBuckets }),
  orders: counter('shop_orders_total', { help: 'Orders taken' }),
  sessions: gauge('shop_sessions', { help: 'Sessions with the payment provider' }),
});

const here = { namespace: 'shop-prod' };
const shop = narrowed(shopMetrics, here);
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
};

/** One group of them all. */
export const shopGroup = group('shop', { interval: '30s', packs: Object.values(packs) });
