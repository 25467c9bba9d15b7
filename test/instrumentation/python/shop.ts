import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary } from '#promql/metric/declare.js';
import { operation } from '#application/instrumentation/operation.js';
import { python } from '#application/instrumentation/made.js';
import { serving } from '#application/instrumentation/server.js';

/** What no application of the estate has in Python: sizes, durations by status, what is slow, closed sets of two labels. */
export const shopMetrics = catalog({
  requests: counter('shop_http_requests_total', { help: 'Requests answered', labels: ['method', 'path', 'code'] }),
  duration: histogram('shop_http_request_duration_seconds', {
    help: 'Time to answer a request',
    labels: ['method', 'path', 'code'],
    buckets: [0.1, 1, 10],
  }),
  inFlight: gauge('shop_http_requests_in_flight', { help: 'Requests being answered' }),
  requestSize: summary('shop_http_request_size_bytes', { help: 'Size of requests', labels: ['method', 'path'] }),
  responseSize: histogram('shop_http_response_size_bytes', {
    help: 'Size of answers',
    labels: ['method', 'path'],
    buckets: [100, 1000],
  }),
  queryDuration: histogram('shop_query_duration_seconds', {
    help: 'Time that a query took',
    labels: ['table', 'status'],
    values: { status: ['success', 'error'] },
    buckets: [0.1, 1],
  }),
  slowQueries: counter('shop_slow_queries_total', { help: 'Queries that took long', labels: ['table'] }),
  refunds: counter('shop_refunds_total', {
    help: 'Refunds paid',
    labels: ['status'],
    values: { status: ['done', 'failed'] },
  }),
  orders: counter('shop_orders_total', {
    help: 'Orders taken, "all" of them',
    labels: ['method', 'state'],
    values: { method: ['card', 'cash'], state: ['new', 'paid'] },
  }),
  stock: gauge('shop_stock', { help: 'Things in stock', labels: ['thing'] }),
});

export const shop = python('shop', {
  framework: 'starlette',
  catalogs: [shopMetrics],
  server: serving({
    requests: shopMetrics.requests,
    duration: shopMetrics.duration,
    inFlight: shopMetrics.inFlight,
    requestSize: shopMetrics.requestSize,
    responseSize: shopMetrics.responseSize,
    route: 'path',
    status: 'code',
  }),
  operations: {
    query: operation({
      duration: shopMetrics.queryDuration,
      slow: { metric: shopMetrics.slowQueries, over: '50ms' },
      outcome: { label: 'status', success: 'success', failure: 'error' },
    }),
    refund: operation({
      done: shopMetrics.refunds,
      outcome: { label: 'status', success: 'done', failure: 'failed' },
    }),
  },
  merged: { shop_stock: 'max' },
  health: '/live',
  uncounted: ['/ping'],
});
