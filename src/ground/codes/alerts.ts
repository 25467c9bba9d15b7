import type { Kinds } from './kind.js';

/** Alerts. */
export const alerts = {
  'bad-alert-name': {
    is: 'A name that no alert should have',
    why: 'It is read in every message, and its page is called by it: CamelCase, as Prometheus’s own are.',
    wrong: `alert('too few workers', fewWorkers)`,
    right: `alert('TooFewWorkers', fewWorkers)`,
    mistakes: [49],
  },
  'another-limit': {
    is: 'A condition that is held against another limit than its alert says',
    why: 'Its sentences, its runbook, its line on a panel and its proof would all tell another number.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  when: () => below(sum(value(metrics.workers)), count(3)),
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  when: ({ limit }) => below(sum(value(metrics.workers)), limit),
})`,
    mistakes: [24],
  },
  'division-by-zero': {
    is: 'A division by what may be 0',
    why: 'It is infinite, and infinity exceeds every limit: the alert fires while there is nothing to tell.',
    wrong: `alert('ManyOrders', {
  ...ordering,
  when: ({ limit, window }) =>
    above(divide(sum(rate(orders, window)), sum(rate(metrics.requests, window))), limit),
})`,
    right: `alert('ManyOrders', {
  ...ordering,
  when: ({ limit, window }) =>
    above(
      divide(sum(rate(orders, window)), positive(sum(rate(metrics.requests, window)))),
      limit,
    ),
})`,
    mistakes: [13],
  },
  'increase-forgotten': {
    is: 'A single increase that leaves its window before the alert fires',
    why: 'An event that happens once is never told: by the time that `for` is over, the window has forgotten it.',
    wrong: `alert('ManyRequests', { ...many, window: '5m', for: '5m' })`,
    right: `alert('ManyRequests', { ...many, window: '10m', for: '5m' })`,
    mistakes: [7],
  },
  'overwritten-label': {
    is: 'A signal with a label that the rule sets itself',
    why: 'Of two alerts that differ by it alone Prometheus tells neither.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  labels: { pool: 'orders' },
  when: ({ limit }) => below(sum(value(metrics.workers), { by: ['pool'] }), limit),
})`,
    right: `alert('TooFewWorkers', { ...fewWorkers, labels: { team: 'orders' } })`,
    mistakes: [10],
  },
  'environments-mixed': {
    is: 'Environments, or applications, mixed in one expression',
    why: 'What happens in staging wakes somebody for production, or hides what happens there.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({
    few: alert('TooFewWorkers', {
      ...fewWorkers,
      when: ({ limit }) => below(sum(value(declared.workers)), limit),
    }),
  }),
})`,
    right: `application('shop', { ...shop, groups: groupOf({ few: alert('TooFewWorkers', fewWorkers) }) })`,
    mistakes: [15],
  },
  'no-scenario': {
    is: 'A proof without a scenario in which the alert fires, or without one in which it stays quiet',
    why: 'What never fires passes every proof that it stays quiet.',
    wrong: `alert('TooFewWorkers', { ...fewWorkers, proof: () => ({ fires: [], quiet: [] }) })`,
    right: `alert('TooFewWorkers', fewWorkers)`,
    mistakes: [86],
  },
  'proof-of-other-series': {
    is: 'A proof with series that the expression does not read',
    why: 'It proves another rule than this.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  proof: (facts) => ({
    ...fewWorkers.proof(facts),
    quiet: [
      {
        when: 'nothing is asked',
        series: [grows(metrics.requests, { path: '/', status: '200' }, 1)],
      },
    ],
  }),
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  proof: (facts) => ({
    ...fewWorkers.proof(facts),
    quiet: [{ when: 'enough work', series: [holds(metrics.workers, { pool: 'orders' }, 9)] }],
  }),
})`,
    mistakes: [34],
  },
  'nothing-said': {
    is: 'An alert that says nothing, or nothing in one of its sentences',
    why: 'Whoever is woken reads an empty message.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), impact: '' }) },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), impact: 'Orders are late.' }) },
})`,
    mistakes: [59, 81],
  },
  'still-to-be-written': {
    is: 'A sentence that is still to be written',
    why: 'TODO is what somebody reads at night.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), action: 'TODO' }) },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({ ...fewWorkers.says.en(is), action: 'Roll the latest deployment back.' }),
  },
})`,
    mistakes: [59],
  },
  'value-on-a-page': {
    is: 'A runbook that names the value or a label of the alert',
    why: 'A page is written once and does not know which alert its reader came from: it would show {{ $value }}.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({ ...fewWorkers.says.en(is), meaning: is.value + ' workers are left.' }),
  },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({
      ...fewWorkers.says.en(is),
      meaning: 'Fewer than ' + is.limit + ' workers take orders.',
    }),
  },
})`,
    mistakes: [20],
  },
  'never-done': {
    is: 'A time since a moment that is 0 until it comes',
    why: 'What was never done seems to have been done in 1970: the alert fires from the beginning.',
    wrong: `alert('BackupOld', { ...made, when: ({ limit }) => above(since(max(value(backup))), limit) })`,
    right: `alert('BackupOld', {
  ...made,
  when: ({ limit }) => above(since(positive(max(value(backup)))), limit),
})`,
    mistakes: [47],
  },
  'no-such-alert': {
    is: 'An override of an alert that the pack does not have',
    why: 'It changes nothing, and the alert that was meant stays as it is.',
    wrong: `override(pack, { toFewWorkers: { for: '10m' } })`,
    right: `override(pack, { tooFewWorkers: { for: '10m' } })`,
    mistakes: [86],
  },
  'bad-record-name': {
    is: 'A recorded series whose name does not say what is recorded of what',
    why: 'By level:metric:operations whoever reads it knows what was aggregated, and how.',
    wrong: `record('workers', sum(value(metrics.workers)))`,
    right: `record('shop:workers:sum', sum(value(metrics.workers)))`,
    mistakes: [49],
  },
  'up-of-the-exporter': {
    is: '`up` of an exporter for what the exporter watches',
    why: 'The exporter answers while its server is down, and nobody is told.',
    wrong: `redisDown(called('Cache'), { up: gauge('up', { help: 'Whether it answers' }) }, commands)`,
    right: `redisDown(called('Cache'), redisMetrics, commands)`,
    mistakes: [5],
    notRun: 'The gauge up is no metric of a catalogue that anybody declares; test/alerts/redis shows it.',
  },
  'pattern-does-not-fit': {
    is: 'A pattern that misses what it is to match, or matches what it is to miss',
    why: 'Silence is never seen, or is seen always.',
    wrong: `queueAlerts(called('Shop'), rabbitmqMetrics, {
  work: ['orders'],
  waiting: count(1000),
  deadLetter: { pattern: /dlq-.+/, names: ['orders.dead'] },
})`,
    right: `queueAlerts(called('Shop'), rabbitmqMetrics, {
  work: ['orders'],
  waiting: count(1000),
  deadLetter: { pattern: /.+dead/, names: ['orders.dead'] },
})`,
    mistakes: [1],
  },
  'name-too-long': {
    is: 'A name that Kubernetes does not call pods by in full',
    why: 'It cuts long names, so that no pod is found by this one.',
    wrong: `ofDeployments(containers, ['shop-orders-of-the-northern-and-southern-hemisphere-together'])`,
    right: `ofDeployments(containers, ['shop-orders'])`,
    mistakes: [43],
  },
  'no-time-of-day': {
    is: 'A text that is no time of day',
    why: 'Nothing begins or ends then.',
    wrong: `hours({ days: ['monday'], from: '9h', to: '18:00', timeZone: 'Asia/Seoul' })`,
    right: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' })`,
    mistakes: [49],
  },
  'no-such-time-zone': {
    is: 'A time zone that nobody knows',
    why: 'The hours would be those of another place, or none.',
    wrong: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Soul' })`,
    right: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' })`,
    mistakes: [49],
  },
  'zone-with-summer-time': {
    is: 'Hours in a zone whose clocks change during the year',
    why: 'PromQL knows no zones: half of the year the alert would be quiet an hour too late.',
    wrong: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Europe/Berlin' })`,
    right: `hours({ days: ['monday'], from: '08:00', to: '17:00', timeZone: 'Etc/UTC' })`,
    mistakes: [14],
  },
  'alert-in-no-group': {
    is: 'An alert that was made and is in no rule group',
    why: 'Prometheus never hears of it, and nothing shows that it is missing.',
    wrong: `groupOf({})`,
    right: `groupOf(pack)`,
    mistakes: [17],
    notRun: 'It is seen only once all files of an estate have run; test/laws shows it.',
  },
  'changed-copy': {
    is: 'A copy of an alert with other facts',
    why: 'Its sentences and its proof are those of the alert before: they tell another limit.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({ few: { ...pack.tooFewWorkers, for: '10m' } }),
})`,
    right: `application('shop', {
  ...shop,
  groups: groupOf(override(pack, { tooFewWorkers: { for: '10m' } })),
})`,
    mistakes: [63, 87],
  },
} as const satisfies Kinds;
