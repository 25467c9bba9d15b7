import type { Kinds } from './kind.js';

/** Services and scrapes. */
export const scraping = {
  'bad-application-name': {
    is: 'A name that no application can have',
    why: 'Kubernetes objects, folders and metrics are named after it.',
    wrong: `application('Shop', shop)`,
    right: `application('shop', shop)`,
    mistakes: [64],
  },
  'runbook-nowhere': {
    is: 'A runbook that is nowhere, or still to be written',
    why: 'Whoever is woken follows a link that leads nowhere.',
    wrong: `application('shop', { ...shop, runbook: () => '' })`,
    right: `application('shop', {
  ...shop,
  runbook: (alert) => 'https://runbooks.example.org/shop/' + alert,
})`,
    mistakes: [59],
  },
  'bad-kubernetes-name': {
    is: 'A name that Kubernetes does not take',
    why: 'The API server refuses the object, or none that is looked for is there.',
    wrong: `service('Shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } })`,
    right: `service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } })`,
    mistakes: [64],
  },
  'bad-kubernetes-label': {
    is: 'A label that Kubernetes does not take',
    why: 'The API server refuses the object, or none that is looked for is there.',
    wrong: `service('shop', { namespaces: ['shop'], labels: { app: 'the shop' }, ports: { http: 8080 } })`,
    right: `service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } })`,
    mistakes: [64],
  },
  'port-out-of-range': {
    is: 'A number that is no port',
    why: 'Ports are whole numbers from 1 to 65535.',
    wrong: `service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 80800 } })`,
    right: `service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } })`,
    mistakes: [64],
  },
  'port-taken': {
    is: 'A port that something else has',
    why: 'Only one of the two can listen.',
    wrong: `service('shop', {
  namespaces: ['shop'],
  labels: { app: 'shop' },
  ports: { http: 8080, metrics: 8080 },
})`,
    right: `service('shop', {
  namespaces: ['shop'],
  labels: { app: 'shop' },
  ports: { http: 8080, metrics: 9090 },
})`,
    mistakes: [64],
  },
  'no-such-port': {
    is: 'A port that the Service or the pods do not have',
    why: 'Prometheus finds no target, and all that is read is empty.',
    wrong: `scrape(web, { ...asked, port: 'metrics' })`,
    right: `scrape(web, { ...asked, port: 'http' })`,
    mistakes: [11],
  },
  'no-such-service': {
    is: 'A scrape of a Service that nobody declares',
    why: 'The ServiceMonitor finds none: mostly a label changed.',
    wrong: `application('shop', { ...shop, services: [] })`,
    right: `application('shop', { ...shop, services: [web] })`,
    mistakes: [11],
  },
  'no-shared-label': {
    is: 'Services of one scrape that share no label',
    why: 'A ServiceMonitor selects by labels, and finds one of them at most.',
    wrong: `scrape(
  [
    web,
    service('api', { namespaces: ['shop'], labels: { app: 'api' }, ports: { http: 8080 } }),
  ],
  { ...asked, name: 'all' },
)`,
    right: `scrape(
  [
    web,
    service('api', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } }),
  ],
  { ...asked, name: 'all' },
)`,
    mistakes: [11],
  },
  'selects-others': {
    is: 'A selector that finds others too',
    why: 'They are counted as these, and twice where they are scraped themselves.',
    wrong: `application('shop', {
  ...shop,
  services: [
    web,
    service('admin', {
      namespaces: ['shop'],
      labels: { app: 'shop', part: 'admin' },
      ports: { http: 8081 },
    }),
  ],
})`,
    right: `application('shop', {
  ...shop,
  services: [
    web,
    service('admin', { namespaces: ['shop'], labels: { app: 'admin' }, ports: { http: 8081 } }),
  ],
})`,
    mistakes: [11, 90],
  },
  'one-namespace-each': {
    is: 'A Service that is rendered for several namespaces',
    why: 'An object stands in one.',
    wrong: `service('shop', {
  namespaces: ['shop', 'shop-staging'],
  labels: { app: 'shop' },
  ports: { http: 8080 },
  selector: { app: 'shop' },
})`,
    right: `service('shop', {
  namespaces: ['shop'],
  labels: { app: 'shop' },
  ports: { http: 8080 },
  selector: { app: 'shop' },
})`,
    mistakes: [64],
  },
  'label-renamed': {
    is: 'A name that somebody writes otherwise',
    why: 'Prometheus writes _ for what is no letter or digit, and Grafana’s variables know no names in quotes.',
    wrong: `scrape(
  service('shop', {
    namespaces: ['shop'],
    labels: { 'app.kubernetes.io/name': 'shop' },
    ports: { http: 8080 },
  }),
  { ...asked, copiedLabels: ['app.kubernetes.io/name'] },
)`,
    right: `scrape(web, { ...asked, copiedLabels: ['app'] })`,
    mistakes: [6],
  },
  'bad-path': {
    is: 'A path that Prometheus asks for otherwise than it stands there',
    why: 'A query in it is escaped, and the target answers 404.',
    wrong: `scrape(web, { ...asked, path: '/metrics?all=1' })`,
    right: `scrape(web, { ...asked, path: '/metrics', params: { all: ['1'] } })`,
    mistakes: [67],
  },
  'bad-http': {
    is: 'A header, a status or a parameter that HTTP does not know',
    why: 'It is not sent, or never answered.',
    wrong: `scrape(web, { ...asked, params: { '': ['1'] } })`,
    right: `scrape(web, { ...asked, params: { all: ['1'] } })`,
    mistakes: [67],
  },
  'timeout-over-interval': {
    is: 'A scrape that may take longer than the time until the next',
    why: 'Prometheus refuses its configuration.',
    wrong: `scrape(web, { ...asked, timeout: '1m' })`,
    right: `scrape(web, { ...asked, timeout: '10s' })`,
    mistakes: [31],
  },
  'limit-under-labels': {
    is: 'A limit that no scrape could keep',
    why: 'Each scrape fails, and the target counts as down.',
    wrong: `scrape(web, { ...asked, labelLimit: 2 })`,
    right: `scrape(web, { ...asked, labelLimit: 30 })`,
    mistakes: [68],
  },
  'bad-address': {
    is: 'A text that is no address',
    why: 'Nobody answers there.',
    wrong: `staticScrape('db', { ...written, targets: [{ address: 'http://db-1.example:9187' }] })`,
    right: `staticScrape('db', { ...written, targets: [{ address: 'db-1.example:9187' }] })`,
    mistakes: [91, 96],
  },
  'target-twice': {
    is: 'A target that stands there twice',
    why: 'To Prometheus its series are one, and a scrape of either is an error.',
    wrong: `staticScrape('db', {
  ...written,
  targets: [{ address: 'db-1:9187' }, { address: 'db-1:9187' }],
})`,
    right: `staticScrape('db', {
  ...written,
  targets: [{ address: 'db-1:9187' }, { address: 'db-2:9187' }],
})`,
    mistakes: [91],
  },
  'no-such-target': {
    is: 'Something that is read of targets that nobody scrapes',
    why: 'It is empty, whatever happens: mostly a namespace or a job is misspelt.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({
    few: alert('TooFewWorkers', {
      ...fewWorkers,
      when: ({ limit }) => below(sum(value(metrics.workers.where({ job: 'shoop' }))), limit),
    }),
  }),
})`,
    right: `application('shop', shop)`,
    mistakes: [1],
  },
  'label-not-written': {
    is: 'A rule that reads a label which its scrape does not write',
    why: 'It is what a Service is called in the cluster, and a release calls it otherwise.',
    wrong: `application('shop', { ...shop, services: [apart], scrapes: [scrape(apart, asked)], groups: groupOf({ few: alert('TooFewWorkers', { ...fewWorkers, when: ({ limit }) => below(sum(value(metrics.workers.where({ service: 'web' }))), limit) }) }) })`,
    right: `application('shop', shop)`,
    mistakes: [61],
    notRun: 'Which labels a scrape writes follows from several Services; test/laws/named shows it.',
  },
  'nobody-watches': {
    is: 'Something that may be gone, and no alert tells of it',
    why: 'All that read it are quiet then.',
    wrong: `application('shop', { ...shop, scrapes: [scrape(web, asked), askedAbout] })`,
    right: `application('shop', {
  ...shop,
  services: [web, caches],
  scrapes: [
    scrape(web, asked),
    askedAbout,
    scrape(caches, { ...asked, port: 'metrics', metrics: [] }),
  ],
})`,
    mistakes: [33, 92],
  },
  'reads-others': {
    is: 'A rule that may read what another application scrapes',
    why: 'What happens there is told here.',
    wrong: `narrowed(declared, { namespace: 'default' })`,
    right: `narrowed(declared, { namespace: 'default', service: 'shop' })`,
    mistakes: [1],
    notRun: 'It takes two applications that scrape one metric; test/laws/apart shows it.',
  },
  'namespace-enforced': {
    is: 'A namespace that Prometheus writes over',
    why: 'Where it enforces one, everything of a ServiceMonitor is of the namespace that the ServiceMonitor is in.',
    wrong: `application('shop', { ...shop, enforcedNamespaceLabel: 'namespace', namespace: 'monitoring' })`,
    right: `application('shop', { ...shop, enforcedNamespaceLabel: 'namespace' })`,
    mistakes: [15],
  },
  'written-twice': {
    is: 'Two that write one file or folder',
    why: 'The later one is read alone.',
    wrong: `estate({ applications: [application('shop', shop)], output: 'docs/runbooks', docs: 'docs' })`,
    right: `estate({ applications: [application('shop', shop)], output: 'dist', docs: 'docs' })`,
    mistakes: [25, 88],
  },
} as const satisfies Kinds;
