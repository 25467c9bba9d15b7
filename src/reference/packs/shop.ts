import { called } from '#alerts/text/subject.js';
import { hours } from '#alerts/rule/hours.js';
import { workdays } from '#alerts/rule/clock.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { processMetrics } from '#metrics/process.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, pythonBuckets } from '#promql/metric/declare.js';

/** What the example exports. */
const shopMetrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests answered', labels: ['path', 'status'] }),
  duration: histogram('shop_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['path'],
    buckets: pythonBuckets,
  }),
  orders: counter('shop_orders_total', { help: 'Orders taken' }),
  connections: gauge('shop_payment_connections', { help: 'Connections to the payment provider' }),
  sessions: gauge('shop_sessions', { help: 'Sessions of visitors' }),
  inProgress: gauge('shop_requests_in_progress', { help: 'Requests being answered' }),
  checkedOut: gauge('shop_db_connections', { help: 'Database connections checked out' }),
  uploads: counter('shop_uploads_total', {
    help: 'Uploads of photos',
    labels: ['bucket', 'status'],
    values: { status: ['success', 'failure'] },
  }),
  calls: counter('shop_payment_requests_total', {
    help: 'Requests to the payment provider',
    labels: ['status'],
    values: { status: ['success', 'error'] },
  }),
  callDuration: histogram('shop_payment_duration_seconds', {
    help: 'Time that the payment provider took',
    buckets: [0.5, 1, 2, 5, 10],
  }),
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
  sessionsEnded: counter('shop_sessions_ended_total', { help: 'Sessions that have ended' }),
  bounces: counter('shop_session_bounces_total', { help: 'Sessions that have ended after one page' }),
  queryDuration: histogram('shop_db_query_duration_seconds', {
    help: 'Time that a query takes',
    buckets: [0.01, 0.1, 0.5, 1, 5],
  }),
});

export const here = { namespace: 'shop' } as const;
export const subject = called('Shop');
export const shop = narrowed(shopMetrics, here);
export const exported = narrowed({ ...scrapeMetrics, ...processMetrics }, here);
export const during = hours({ days: workdays, from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' });
