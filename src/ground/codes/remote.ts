import { theme } from './kind.js';

const inAnEstate = 'It takes a cluster of an estate, which test/laws/remote shows.';

/** Where more than one Prometheus keeps, evaluates and answers. */
export const remote = theme({
  'bad-tenant': {
    is: 'A name that no tenant of Mimir has',
    why: 'Mimir refuses every request, and samples are lost once the queue is full.',
    wrong: `mimir({ url: 'https://mimir.example.com', tenant: 'shop|bakery', retention: '52w' })`,
    right: `mimir({ url: 'https://mimir.example.com', tenant: 'shop', retention: '52w' })`,
    mistakes: [],
  },
  'bad-queue': {
    is: 'A queue of a remote write that contradicts itself',
    why: 'Prometheus takes it, and sends small requests late, or more at once than the other side takes.',
    wrong: `remoteWrite({
  url: 'https://mimir.example.com/api/v1/push',
  queue: { capacity: 500, maxSamplesPerSend: 2000 },
})`,
    right: `remoteWrite({
  url: 'https://mimir.example.com/api/v1/push',
  queue: { capacity: 10000, maxSamplesPerSend: 2000 },
})`,
    mistakes: [],
  },
  'bad-write-relabeling': {
    is: 'A pattern of what is written that means nothing',
    why: 'Prometheus does not start, or writes what nobody meant.',
    wrong: `remoteWrite({ url: 'https://mimir.example.com/api/v1/push', drop: ['go_(.*'] })`,
    right: `remoteWrite({ url: 'https://mimir.example.com/api/v1/push', drop: ['go_.*'] })`,
    mistakes: [],
  },
  'login-in-the-clear': {
    is: 'A login that is sent by plain http to beyond the cluster',
    why: 'Whoever stands between reads it, and writes or reads in its name.',
    wrong: `remoteWrite({
  url: 'http://mimir.example.com/api/v1/push',
  bearer: secret('mimir', 'token'),
})`,
    right: `remoteWrite({
  url: 'https://mimir.example.com/api/v1/push',
  bearer: secret('mimir', 'token'),
})`,
    mistakes: [],
  },
  'not-written-though-read': {
    is: 'A metric that is read where it is not written to',
    why: 'Rules that are evaluated there see nothing of it: their alerts cannot fire.',
    wrong: `mimir({
  url: 'https://mimir.example.com',
  tenant: 'shop',
  retention: '52w',
  rulesBy: 'alloy',
  write: { drop: ['shop_.*'] },
})`,
    right: `mimir({
  url: 'https://mimir.example.com',
  tenant: 'shop',
  retention: '52w',
  rulesBy: 'alloy',
  write: { drop: ['go_.*'] },
})`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'evaluated-twice': {
    is: 'Rules that two engines evaluate',
    why: 'Each alert is told twice, and each recorded series is written by both.',
    wrong: `mimir({ …, rulesBy: 'alloy', selects: { release: 'prometheus' } })`,
    right: `mimir({ …, rulesBy: 'alloy', selects: { ruler: 'mimir' } })`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'evaluated-by-none': {
    is: 'Rules that no engine evaluates',
    why: 'Nothing that they alert on is ever told, and nobody sees that.',
    wrong: `victoriaMetrics({
  url: 'http://vmsingle-shop.monitoring.svc:8428',
  retention: '52w',
  rulesBy: 'prometheus',
})`,
    right: `victoriaMetrics({
  url: 'http://vmsingle-shop.monitoring.svc:8428',
  retention: '52w',
  rulesBy: 'vmalert',
})`,
    mistakes: [],
  },
  'two-load-a-tenant': {
    is: 'Two clusters that load into a tenant of Mimir what there is one of',
    why: 'Each takes away what the other has loaded, or tells it a second time.',
    wrong: `mimir({ …, tenant: 'shop', alertmanager: 'alloy' }) // in two clusters`,
    right: `mimir({ …, tenant: 'shop', alertmanager: 'cluster' }) // in all of them but one`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'too-much-for-the-ruler': {
    is: 'More rules than the ruler of Mimir takes of a tenant',
    why: 'It refuses the group that is over its limit, and goes on without it.',
    wrong: `mimir({ …, rulesBy: 'alloy' }) // and a group of 35 rules`,
    right: `mimir({ …, rulesBy: 'alloy', limits: { rulesPerGroup: 100 } }) // as the tenant has it`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'not-for-mimir': {
    is: 'A receiver as the Alertmanager of Mimir takes none',
    why: 'Mimir refuses the configuration of the tenant, and goes on with the one before.',
    wrong: `slack({ …, proxy: 'http://proxy.example.org:3128' })`,
    right: `slack({ … })`,
    mistakes: [],
    notRun: 'It is refused by the renderer of a cluster, which test/delivery/mimir shows.',
  },
  'unknown-to-metricsql': {
    is: 'An expression that VictoriaMetrics does not know',
    why: 'vmalert refuses the file, or the rule fails at each evaluation.',
    wrong: `histogramQuantile(0.99, nativeHistogram, '5m') // of a native histogram, on VictoriaMetrics`,
    right: `histogramQuantile(0.99, classicHistogram, '5m')`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'otherwise-in-metricsql': {
    is: 'An expression that VictoriaMetrics reads otherwise',
    why: 'What was proven by promtool holds for Prometheus; there the value is another.',
    wrong: `increase(errors, '5m') > 0 // of a counter that is new: 0 to Prometheus, its value to VictoriaMetrics`,
    right: `increase(errors, '5m') > 0 // where that is meant`,
    mistakes: [],
    notRun: inAnEstate,
  },
  'not-for-vmagent': {
    is: 'A scrape as the agent of VictoriaMetrics does none',
    why: 'It would scrape otherwise than the description says, and nobody would be told.',
    wrong: `scrape(web, { ...asked, convertClassicHistogramsToNHCB: true }) // scraped by vmagent`,
    right: `scrape(web, asked)`,
    mistakes: [],
    notRun: inAnEstate,
  },
});
