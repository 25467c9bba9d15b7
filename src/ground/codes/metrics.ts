import { theme } from './kind.js';

/** Metrics. */
export const metrics = theme({
  'bad-metric-name': {
    is: 'A text that is no name of a metric or of a label',
    why: 'Prometheus before 3.0 refuses it, and later ones take what is mostly a slip of the pen.',
    wrong: `gauge('shop-workers', { help: 'Workers' })`,
    right: `gauge('shop_workers', { help: 'Workers' })`,
    mistakes: [49],
  },
  'breaks-conventions': {
    is: 'A name that breaks the conventions of Prometheus, and no word of why',
    why: 'By the ending people and programs know what it counts and in which unit: _total, _seconds, _bytes.',
    wrong: `counter('shop_orders', { help: 'Orders' })`,
    right: `counter('shop_orders_total', { help: 'Orders' })`,
    mistakes: [49],
  },
  'bad-buckets': {
    is: 'Edges of buckets that a histogram cannot have',
    why: 'They ascend, +Inf is there always, and a native histogram has none of its own.',
    wrong: `histogram('shop_order_seconds', { help: 'Time of an order', buckets: [1, 0.5] })`,
    right: `histogram('shop_order_seconds', { help: 'Time of an order', buckets: [0.5, 1] })`,
    mistakes: [37],
  },
  'reserved-label': {
    is: 'A label that is set by somebody else',
    why: 'Prometheus, a scrape or the rule writes it over, and the value that was meant is gone.',
    wrong: `counter('shop_orders_total', { help: 'Orders', labels: ['__name'] })`,
    right: `counter('shop_orders_total', { help: 'Orders', labels: ['name'] })`,
    mistakes: [10, 91],
  },
  'narrowed-twice': {
    is: 'A catalogue that is narrowed once more, to something else',
    why: 'The second replaces the first, so that another environment is read than stands there.',
    wrong: `narrowed(metrics, { namespace: 'shop-staging' })`,
    right: `narrowed(declared, { namespace: 'shop-staging' })`,
    mistakes: [15],
  },
  'wrong-kind-of-metric': {
    is: 'A metric that is read as one of another kind',
    why: 'A rate takes each fall of a gauge for a restart; a counter as it stands says when its program began.',
    wrong: `rate(metrics.workers, '5m')`,
    right: `deriv(metrics.workers, '5m')`,
    mistakes: [26, 45, 98],
  },
  'counter-compared-raw': {
    is: 'A counter that is compared as it stands',
    why: 'It only grows: once over its limit the alert fires for good.',
    wrong: `alert('ManyRequests', {
  ...fewWorkers,
  limit: count(5),
  when: ({ limit }) =>
    above(
      rawPromql('sum(shop_http_requests_total{namespace="shop"})', {
        labels: [],
        unit: 'count',
        metrics: [declared],
      }),
      limit,
    ),
})`,
    right: `alert('ManyRequests', {
  ...fewWorkers,
  limit: count(5),
  window: '10m',
  when: ({ limit, window }) => above(sum(increase(metrics.requests, window)), limit),
  proof: () => ({
    reading: {
      at: (n) => [grows(metrics.requests, { path: '/', status: '200' }, n / 10)],
      well: 0,
      when: (n) => n + ' requests',
      labels: {},
    },
  }),
})`,
    mistakes: [45],
  },
  'stored-otherwise': {
    is: 'A histogram that is read otherwise than it is stored',
    why: 'A native histogram has no series of its buckets, its sum and its count, and a classic one none of its own name.',
    wrong: `bucketsOf(histogram('shop_order_seconds', { help: 'Time of an order', stored: 'native' }))`,
    right: `observationRate(
  histogram('shop_order_seconds', { help: 'Time of an order', stored: 'native' }),
  '5m',
)`,
    mistakes: [95],
  },
  'native-and-number': {
    is: 'A native histogram where a number is wanted, or a number where a native histogram is',
    why: 'Prometheus leaves it out of the result, without a word that anybody reads.',
    wrong: `rawPromql('max(rate(shop_order_seconds[5m]))', {
  labels: [],
  unit: 'seconds',
  metrics: [
    { orders: histogram('shop_order_seconds', { help: 'Time of an order', stored: 'native' }) },
  ],
})`,
    right: `rawPromql('histogram_quantile(0.9, sum(rate(shop_order_seconds[5m])))', {
  labels: [],
  unit: 'seconds',
  metrics: [
    { orders: histogram('shop_order_seconds', { help: 'Time of an order', stored: 'native' }) },
  ],
})`,
    mistakes: [95],
  },
  'no-such-metric': {
    is: 'A metric that nothing declares or exports',
    why: 'The expression is always empty: an alert on it never fires, and a panel shows nothing.',
    wrong: `application('shop', { ...shop, scrapes: [scrape(web, { ...asked, metrics: [] })] })`,
    right: `application('shop', shop)`,
    mistakes: [1],
  },
  'dropped-though-read': {
    is: 'A metric or a label that is read and that its scrape drops',
    why: 'It is gone before it is stored.',
    wrong: `application('shop', {
  ...shop,
  scrapes: [scrape(web, { ...asked, drop: { metrics: [/shop_work.*/] } })],
})`,
    right: `application('shop', {
  ...shop,
  scrapes: [scrape(web, { ...asked, drop: { metrics: [/go_.*/] } })],
})`,
    mistakes: [68],
  },
  'not-exported': {
    is: 'A metric of a catalogue that the program does not export',
    why: 'Alerts and panels on it are empty.',
    wrong: `cheomseong catalog metrics.prom --against apps/shop/metrics.ts`,
    right: `cheomseong catalog http://localhost:8080/metrics --name shopMetrics > apps/shop/metrics.ts`,
    mistakes: [1],
    notRun: 'A catalogue is held against a file, which test/catalog does.',
  },
  'exported-otherwise': {
    is: 'A metric that the program exports with another type, without a label, or with other buckets',
    why: 'What is read by its declaration is not there.',
    wrong: `counter('shop_workers_total', { help: 'Workers' })  // # TYPE shop_workers_total gauge`,
    right: `gauge('shop_workers', { help: 'Workers' })`,
    mistakes: [1, 37],
    notRun: 'A catalogue is held against a file, which test/catalog does.',
  },
  'not-declared': {
    is: 'A label or a value that the program exports and the catalogue does not declare',
    why: 'No alert can name it, and whoever sums by the labels that are declared sums over it.',
    wrong: `counter('shop_orders_total', { help: 'Orders' })  // shop_orders_total{shop="1"}`,
    right: `counter('shop_orders_total', { help: 'Orders', labels: ['shop'] })`,
    mistakes: [1],
    notRun: 'A catalogue is held against a file, which test/catalog does.',
  },
});
