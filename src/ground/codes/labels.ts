import { theme } from './kind.js';

/** Labels, matchers and joins. */
export const labels = theme({
  'no-such-label': {
    is: 'A label that is not there',
    why: 'What is matched, grouped or joined by it is nothing, or everything in one.',
    wrong: `metrics.requests.where({ code: '500' })`,
    right: `metrics.requests.where({ status: '500' })`,
    mistakes: [1, 3, 23],
  },
  'no-such-value': {
    is: 'A value that the label never has',
    why: 'It selects nothing, so that an alert on it never fires.',
    wrong: `counter('jobs_total', {
  help: 'Jobs',
  labels: ['state'],
  values: { state: ['done', 'failed'] },
}).where({ state: 'fail' })`,
    right: `counter('jobs_total', {
  help: 'Jobs',
  labels: ['state'],
  values: { state: ['done', 'failed'] },
}).where({ state: 'failed' })`,
    mistakes: [1],
  },
  'bad-matcher': {
    is: 'A matcher by what is no text',
    why: 'A label is compared with a text, a pattern, or several texts.',
    wrong: `metrics.requests.where({ status: [] })`,
    right: `metrics.requests.where({ status: ['500', '503'] })`,
    mistakes: [86],
  },
  'bad-regex': {
    is: 'A pattern that is none of RE2',
    why: 'Prometheus knows no look-around and no back-references, and refuses the whole file.',
    wrong: `metrics.requests.where({ status: /(?!2)../ })`,
    right: `metrics.requests.where({ status: not(/2../) })`,
    mistakes: [38],
  },
  'no-such-group': {
    is: 'A replacement by a group that its pattern does not have',
    why: 'Prometheus puts nothing in its place, without a word.',
    wrong: `labelReplace(sum(value(metrics.workers), { by: ['pool'] }), {
  to: 'short',
  replacement: '$2',
  from: 'pool',
  pattern: /(.+)-pool/,
})`,
    right: `labelReplace(sum(value(metrics.workers), { by: ['pool'] }), {
  to: 'short',
  replacement: '$1',
  from: 'pool',
  pattern: /(.+)-pool/,
})`,
    mistakes: [70],
  },
  'bad-label-name': {
    is: 'A text that is no name of a label',
    why: 'Prometheus before 3.0 refuses it, and later ones take what is mostly a slip of the pen.',
    wrong: `withLabel(sum(value(metrics.workers)), 'my-pool', 'orders')`,
    right: `withLabel(sum(value(metrics.workers)), 'my_pool', 'orders')`,
    mistakes: [49],
  },
  'label-twice': {
    is: 'A label that is named twice',
    why: 'Series are told apart by it once; the second is another that was meant.',
    wrong: `sum(value(metrics.workers), { by: ['pool', 'pool'] })`,
    right: `sum(value(metrics.workers), { by: ['pool'] })`,
    mistakes: [71],
  },
  'selects-nothing': {
    is: 'Matchers that let nothing through together',
    why: 'The expression is always empty, and its alert never fires.',
    wrong: `rawPromql('sum(shop_workers{pool="a",pool="b"})', {
  labels: [],
  unit: 'count',
  metrics: [declared],
})`,
    right: `rawPromql('sum(shop_workers{pool=~"a|b"})', { labels: [], unit: 'count', metrics: [declared] })`,
    mistakes: [38],
  },
  'selects-everything': {
    is: 'A selector that takes whatever there is',
    why: 'Nobody knows what it tells of, and with each thing that is added it tells of another.',
    wrong: `pods('worker', { namespaces: ['shop'], labels: {}, ports: { metrics: 8080 } })`,
    right: `pods('worker', { namespaces: ['shop'], labels: { app: 'worker' }, ports: { metrics: 8080 } })`,
    mistakes: [48, 90],
  },
  'labels-never-match': {
    is: 'Two sides of an operation whose series never find each other',
    why: 'Prometheus joins series of equal labels; where they differ the result is empty.',
    wrong: `divide(sum(rate(metrics.requests, '5m'), { by: ['path'] }), sum(rate(metrics.requests, '5m')))`,
    right: `divide(
  sum(rate(metrics.requests, '5m'), { by: ['path'] }),
  sum(rate(metrics.requests, '5m'), { by: ['path'] }),
)`,
    mistakes: [3],
  },
  'many-to-many': {
    is: 'It is not said which side has many series for one of the other',
    why: 'Prometheus fails with “many-to-many matching not allowed”, at the moment when it matters.',
    wrong: `divide(
  sum(rate(metrics.requests, '5m'), { by: ['path'] }),
  sum(rate(metrics.requests, '5m')),
  on(),
)`,
    right: `divide(
  sum(rate(metrics.requests, '5m'), { by: ['path'] }),
  sum(rate(metrics.requests, '5m')),
  on().groupLeft(),
)`,
    mistakes: [3],
  },
  'not-aggregated': {
    is: 'Series as they were scraped, where those of a whole are meant',
    why: 'Each series finds itself: a ratio of them is 1, and an alert fires for each pod by itself.',
    wrong: `divide(rate(metrics.requests.where({ status: /5../ }), '5m'), rate(metrics.requests, '5m'))`,
    right: `divide(
  sum(rate(metrics.requests.where({ status: /5../ }), '5m')),
  sum(rate(metrics.requests, '5m')),
)`,
    mistakes: [12],
  },
  'other-labels': {
    is: 'Series with other labels than are said',
    why: 'What is written behind them, a legend or a join, reads labels that are not there.',
    wrong: `absent(metrics.workers, { by: ['pool'] })`,
    right: `absent(metrics.workers, { by: ['namespace'] })`,
    mistakes: [3],
  },
});
