import { connectionPool } from '#application/instrumentation/pool.js';
import { go } from '#application/instrumentation/made.js';
import { operation } from '#application/instrumentation/operation.js';
import { serving } from '#application/instrumentation/server.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary } from '#promql/metric/declare.js';

const ends = ['sent', 'failed'] as const;

/** All that ojeomneo's own catalogue has none of: closed sets, names that Go or the module has already, texts with quotes. */
export const kitchenMetrics = catalog({
  requests: counter('bistro_http_requests_total', {
    help: 'Requests that were "answered",\nhowever: \\o/',
    labels: ['method', 'route', 'code'],
    values: { code: ['1xx', '2xx', '3xx', '4xx', '5xx'] },
  }),
  inFlight: gauge('bistro_http_in_flight', { help: 'Requests in flight', labels: ['route'] }),
  responseSize: histogram('bistro_http_response_bytes', {
    help: 'Size of responses',
    labels: ['method', 'route'],
    buckets: [100, 1_000_000],
  }),
  mails: counter('bistro_mails_total', {
    help: 'Mails sent',
    labels: ['type', 'end'],
    values: { type: ['bill', 'news'], end: ends },
  }),
  mailDuration: histogram('bistro_mail_duration_seconds', {
    help: 'Time to send a mail',
    labels: ['type'],
    values: { type: ['bill', 'news'] },
    buckets: [0.001, 1e-7 + 0.01, 60],
  }),
  slowMails: counter('bistro_slow_mails_total', {
    help: 'Mails that took over 20 ms',
    labels: ['type'],
    values: { type: ['bill', 'news'] },
  }),
  dishes: counter('bistro_dishes_total', {
    help: 'Dishes served',
    labels: ['course', 'range'],
    values: { course: ['first', 'last'], range: ['small', 'large'] },
  }),
  ready: gauge('bistro_ready', { help: 'Whether the kitchen is' }),
  tips: summary('bistro_tips_won', { help: 'What guests give', unit: 'won' }),
  open: gauge('bistro_pool_in_use', { help: 'Connections at work' }),
});

/** With a key that the other has too. */
export const cellarMetrics = catalog({
  dishes: counter('bistro_cellar_bottles_total', { help: 'Bottles opened.', labels: ['vintage'] }),
});

export const bistro = go('kitchenWatch', {
  framework: 'net/http',
  catalogs: [kitchenMetrics, cellarMetrics],
  server: serving({
    requests: kitchenMetrics.requests,
    inFlight: kitchenMetrics.inFlight,
    responseSize: kitchenMetrics.responseSize,
    route: 'route',
    status: 'code',
  }),
  operations: {
    mail: operation({
      done: kitchenMetrics.mails,
      duration: kitchenMetrics.mailDuration,
      slow: { metric: kitchenMetrics.slowMails, over: '20ms' },
      outcome: { label: 'end', success: 'sent', failure: 'failed' },
    }),
  },
  pool: connectionPool({ inUse: kitchenMetrics.open }),
});
