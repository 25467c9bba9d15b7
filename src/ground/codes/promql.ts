import { theme } from './kind.js';

/** PromQL. */
export const promql = theme({
  'promql-syntax': {
    is: 'A text that is no PromQL',
    why: 'Prometheus refuses the whole file of rules that it stands in.',
    wrong: `rawPromql('sum(rate(shop_http_requests_total[5m])', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    right: `rawPromql('sum(rate(shop_http_requests_total[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    mistakes: [46],
  },
  'promql-types': {
    is: 'An operator or a function that is given what it does not take',
    why: 'Prometheus tells numbers, series, series over a window and texts apart, and refuses the whole file.',
    wrong: `rawPromql('sum(rate(shop_http_requests_total))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    right: `rawPromql('sum(rate(shop_http_requests_total[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    mistakes: [46],
  },
  'no-such-function': {
    is: 'A function that no release of Prometheus knows',
    why: 'It is misspelt, or is called otherwise by now.',
    wrong: `rawPromql('sum(rat(shop_http_requests_total[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    right: `rawPromql('sum(rate(shop_http_requests_total[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    mistakes: [46],
  },
  'needs-a-flag': {
    is: 'Something that Prometheus knows only with a flag',
    why: 'Without the flag it refuses the whole file, with all of its rules.',
    wrong: `rawPromql('sum(mad_over_time(shop_workers[5m]))', {
  labels: [],
  unit: 'count',
  metrics: [declared],
})`,
    right: `rawPromql('sum(max_over_time(shop_workers[5m]))', {
  labels: [],
  unit: 'count',
  metrics: [declared],
})`,
    mistakes: [46],
  },
  'needs-newer-prometheus': {
    is: 'Something that only newer releases of Prometheus read',
    why: 'An older one refuses the whole file.',
    wrong: `rawPromql('sum(shop_workers </ 5)', { labels: [], unit: 'count', metrics: [declared] })`,
    right: `rawPromql('sum(shop_workers < 5)', { labels: [], unit: 'count', metrics: [declared] })`,
    mistakes: [46],
  },
  'no-time-of-its-own': {
    is: 'The timestamp of what is computed',
    why: 'It is always the moment of the evaluation: only what was scraped has a time of its own.',
    wrong: `rawPromql('max(timestamp(sum(shop_workers)))', {
  labels: [],
  unit: 'timestamp',
  metrics: [declared],
})`,
    right: `rawPromql('max(timestamp(shop_workers))', {
  labels: [],
  unit: 'timestamp',
  metrics: [declared],
})`,
    mistakes: [48],
  },
  'names-dropped': {
    is: 'A function of metrics that only their names tell apart',
    why: 'The function drops the names, several series have the same labels then, and Prometheus refuses the result.',
    wrong: `rawPromql('sum(rate({job="shop"}[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    right: `rawPromql('sum(rate(shop_http_requests_total{job="shop"}[5m]))', {
  labels: [],
  unit: 'perSecond',
  metrics: [declared],
})`,
    mistakes: [48],
  },
  'only-in-panels': {
    is: 'Something that only a dashboard has',
    why: 'A rule has no reader who chooses, and no time that is shown: Prometheus refuses it, or sees it never change.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  when: ({ limit }) => below(sum(value(metrics.workers.at('end'))), limit),
})`,
    right: `alert('TooFewWorkers', fewWorkers)`,
    mistakes: [48],
  },
  'looks-ahead': {
    is: 'A rule that reads the future',
    why: 'There are no samples yet, so that it never comes true.',
    wrong: `record('shop:workers:sum', sum(value(metrics.workers.offset('-5m'))))`,
    right: `record('shop:workers:sum', sum(value(metrics.workers.offset('5m'))))`,
    mistakes: [48],
  },
  'bad-quantile': {
    is: 'A quantile that is not between 0 and 1',
    why: 'Prometheus answers with an infinity, which fires or never does.',
    wrong: `histogramQuantile(95, metrics.duration, '5m')`,
    right: `histogramQuantile(0.95, metrics.duration, '5m')`,
    mistakes: [99],
  },
  'uneven-steps': {
    is: 'A window that is no multiple of its step',
    why: 'The last step reaches out of the window, and what is counted there is counted twice or never.',
    wrong: `sumOverSubquery(sum(value(metrics.workers)), '1h', '7m')`,
    right: `sumOverSubquery(sum(value(metrics.workers)), '1h', '5m')`,
    mistakes: [86],
  },
});
