/** What the examples stand on, each by its name: the shop of the README. */
export const given = `const declared = catalog({
  requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
  duration: histogram('shop_http_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['path'],
    buckets: goBuckets,
  }),
  workers: gauge('shop_workers', { help: 'Workers that take orders', labels: ['pool'], range: [0, 500] }),
});
const metrics = narrowed(declared, { namespace: 'shop' });
const web = service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } });
const asked = { port: 'http', interval: '30s', metrics: [declared] } as const;
const fewWorkers = {
  limit: count(2),
  for: '5m',
  severity: 'critical',
  when: ({ limit }) => below(sum(value(metrics.workers)), limit),
  says: {
    en: (is) => ({
      summary: 'Only ' + is.value + ' workers are left',
      description: 'Look at the latest deployment first.',
      meaning: 'Fewer than ' + is.limit + ' workers take orders.',
      impact: 'Orders are late.',
      check: 'See which pods are missing.',
      action: 'Right after a deployment, roll back.',
    }),
  },
  proof: () => ({
    reading: {
      at: (workers) => [holds(metrics.workers, { pool: 'orders' }, workers)],
      well: 4,
      when: (workers) => workers + ' workers are left',
      labels: {},
    },
  }),
} as const;
const pack = { tooFewWorkers: alert('TooFewWorkers', fewWorkers) };
const groupOf = (alerts) => [group('shop', { interval: '30s', packs: [alerts] })];
const oncall = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const told = {
  language: 'en',
  receivers: { oncall },
  route: { receiver: 'oncall', groupBy: ['alertname'] },
  unpaged: 'Slack is all that the shop has.',
} as const;
const shop = {
  title: 'Shop',
  language: 'en',
  namespace: 'shop',
  services: [web],
  scrapes: [scrape(web, asked)],
  groups: groupOf(pack),
  routing: ownRouting(told),
  runbook: (alert) => 'https://runbooks.example.org/shop/' + alert,
} as const;
const many = {
  ...fewWorkers,
  limit: count(5),
  window: '10m',
  when: ({ limit, window }) => above(sum(increase(metrics.requests, window)), limit),
  proof: () => ({
    reading: {
      at: (requests) => [grows(metrics.requests, { path: '/', status: '200' }, requests / 10)],
      well: 0,
      when: (requests) => requests + ' requests',
      labels: {},
    },
  }),
} as const;
const orders = counter('shop_orders_total', { help: 'Orders' }).where({ namespace: 'shop' });
const ordering = {
  ...fewWorkers,
  limit: percent(5),
  window: '5m',
  when: ({ limit, window }) =>
    above(divide(sum(rate(orders, window)), positive(sum(rate(metrics.requests, window)))), limit),
  proof: () => ({
    reading: {
      at: (share) => [grows(orders, {}, share), grows(metrics.requests, { path: '/', status: '200' }, 1)],
      well: 0,
      when: (share) => share + ' of the requests order',
      labels: {},
    },
  }),
} as const;
const containers = {
  restarts: counter('container_restarts_total', { help: 'Restarts', labels: ['pod', 'container'] }),
};
const backup = gauge('shop_backup_timestamp_seconds', { help: 'When the last backup was made', unit: 'timestamp' });
const made = {
  ...fewWorkers,
  limit: seconds('1d'),
  proof: () => ({
    reading: {
      at: (age) => [holds(backup.where({ namespace: 'shop' }), {}, 100_000 - age)],
      well: 0,
      when: (age) => 'the backup is ' + age + ' s old',
      labels: {},
    },
  }),
} as const;
const counted = {
  total: metrics.requests,
  bad: metrics.requests.where({ status: /5../ }),
  failures: { en: 'requests answered 5xx' },
  example: { good: { path: '/', status: '200' }, bad: { path: '/', status: '500' } },
} as const;
const availability = {
  application: 'shop',
  subject: called('Shop'),
  title: { en: 'Availability' },
  sli: events(counted),
  objective: percent(99.9),
} as const;
const night = { times: [{ start: '00:00', end: '06:00' }] } as const;
const heartbeat = webhook({ url: secret('shop-heartbeat', 'url') });
const cache = { namespace: 'shop', address: 'shop-redis:6379' } as const;
const written = { namespace: 'shop', interval: '30s', metrics: [] } as const;
const caches = service('cache-exporter', {
  namespaces: ['shop'],
  labels: { app: 'cache-exporter' },
  ports: { metrics: 9121 },
});
const askedAbout = staticScrape('caches', {
  ...written,
  through: { exporter: caches, port: 'metrics' },
  targets: [{ address: 'redis://shop-redis:6379' }],
});
const stall = application('stall', { ...shop, place: dockerCompose('stall') });
const board = { application: 'shop', description: 'Whether the shop is well.', language: 'en' } as const;
const words = text('What to do', { description: 'How to read it.', markdown: 'Look at the limits first.' });
const workers = { signal: sum(value(metrics.workers)), description: 'Workers that take orders.' } as const;
const queueLong = {
  when: above(
    asWritten('shop_workers{namespace="shop"}', { metrics: [metrics] }),
    count(100),
  ),
  labels: { severity: 'warning' },
  proof: derived({
    fires: [
      {
        when: 'shop_workers grows to 110',
        series: [moves(metrics.workers, {}, { was: 1, becomes: samples('10+10x10', '30s') })],
        labels: { namespace: 'shop' },
      },
    ],
    quiet: [{ when: 'it stays 1', series: [moves(metrics.workers, {}, 1)] }],
  }),
} as const;
const sized = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } } as const;
const bucketed = {
  version: '0.42.4',
  objectStorage: { bucket: 'shop-blocks', config: secret('thanos-objstore', 'objstore.yml') },
  sidecar: sized,
} as const;
const asking = { replicas: 2, resources: sized } as const;
const compacting = {
  storage: { size: '20Gi' },
  resources: sized,
  keeps: { raw: '30d', fiveMinutes: '90d', oneHour: '52w' },
  deleteDelay: '48h',
} as const;
const ruling = {
  ...asking,
  storage: { size: '5Gi' },
  evaluationInterval: '30s',
  retention: '24h',
  evaluates: 'all',
} as const;
const running = kubePrometheusStack();
const shown = dashboard('Shop', { ...board, panels: [stat('Workers', workers)] });
const longTerm = datasource('prometheus', { uid: 'thanos', name: 'Thanos' });
const onPlatform = (platform, spec) =>
  cluster('production', { platform, applications: [application('shop', { ...shop, ...spec })] });
const showing = (signal) => ({
  platform: [kubernetes, ...monitoring],
  dashboards: [() => dashboard('Shop', { ...board, panels: [stat('Now', { description: 'Now.', signal })] })],
});
const converted = { convertClassicHistogramsToNHCB: true, scrapeClassicHistograms: true } as const;
const teams = msteams({ url: secret('shop-teams', 'url') });
const pools = choice('pool', ['orders', 'returns'], { multiple: true });
`;
