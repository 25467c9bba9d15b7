import { theme } from './kind.js';

/** Targets, and what is read of them. */
export const targets = theme({
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
});
