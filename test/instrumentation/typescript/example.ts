import { catalog, counter, gauge, histogram, operation, serving, summary, typescript, webVitals } from 'cheomseong';

const of = ['method', 'path', 'status'] as const;

/** Metrics of every kind that a module counts by itself, and one that it leaves to its application. */
export const shopMetrics = catalog({
  requests: counter('http_requests_total', { help: 'Requests answered', labels: of }),
  duration: histogram('http_request_duration_seconds', {
    help: 'Time to answer a request',
    labels: ['method', 'path'],
    buckets: [0.1, 0.5, 1],
  }),
  inFlight: gauge('http_requests_in_flight', { help: 'Requests being answered', range: [0, Infinity] }),
  requestSize: summary('http_request_size_bytes', { help: 'Size of requests', labels: ['method', 'path'] }),
  responseSize: summary('http_response_size_bytes', { help: "Size of 'answers'", labels: ['method', 'path'] }),
  payments: counter('payments_total', {
    help: 'Payments that were asked for',
    labels: ['card', 'result'],
    values: { card: ['visa', 'master'], result: ['paid', 'refused'] },
  }),
  paymentDuration: histogram('payment_duration_seconds', {
    help: 'Time that a payment takes',
    labels: ['card'],
    values: { card: ['visa', 'master'] },
    buckets: [0.5, 2],
  }),
  slowPayments: counter('slow_payments_total', { help: 'Payments that took more than 50 ms' }),
  stock: gauge('stock_items', { help: 'Things that are left', range: [0, Infinity] }),
});

const roles = {
  catalogs: [shopMetrics],
  server: serving({
    requests: shopMetrics.requests,
    duration: shopMetrics.duration,
    inFlight: shopMetrics.inFlight,
    requestSize: shopMetrics.requestSize,
    responseSize: shopMetrics.responseSize,
    route: 'path',
  }),
  operations: {
    pay: operation({
      done: shopMetrics.payments,
      duration: shopMetrics.paymentDuration,
      slow: { metric: shopMetrics.slowPayments, over: '50ms' },
      outcome: { label: 'result', success: 'paid', failure: 'refused' },
    }),
  },
  uncounted: ['/ping'],
} as const;

/** The same in both frameworks. */
export const shopOnNode = typescript('shop', { framework: 'node', ...roles });
export const shopOnNext = typescript('shop', { framework: 'next', ...roles });

export const siteMetrics = catalog({
  views: counter('web_page_views_total', { help: 'Pages opened', labels: ['page'] }),
});
/** A website on plain Node. */
export const site = typescript('site', {
  framework: 'node',
  catalogs: [siteMetrics],
  vitals: webVitals({ pageViews: siteMetrics.views, pages: ['/', '/notices/[id]'] }),
});

export const shop = { name: 'shop', title: 'Shop' } as const;
