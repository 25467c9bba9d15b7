import { theme } from './kind.js';

/** Services and scrapes. */
export const scraping = theme({
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
});
