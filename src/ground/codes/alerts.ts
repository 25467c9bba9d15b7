import { theme } from './kind.js';

/** Alerts. */
export const alerts = theme({
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
  'unproven-without-reason': {
    is: 'An alert that is said to have no proof, without the reason',
    why: 'Nobody can tell later whether it could be proven, or whether nobody has tried.',
    wrong: `unproven('')`,
    right: `unproven('what it reads only the vendor of the storage knows')`,
    mistakes: [110],
  },
  'template-not-rendered': {
    is: 'A text that a template fills in, and a proof that does not say what it then reads',
    why: 'What people read in the message would be proven by nothing.',
    wrong: `imported('QueueLong', {
  ...queueLong,
  annotations: { summary: '{{ $value | humanize }} jobs wait' },
}).scenarios()`,
    right: `imported('QueueLong', {
  ...queueLong,
  annotations: { summary: 'Jobs of {{ $labels.queue }} wait' },
}).scenarios()`,
    mistakes: [112],
  },
  'severity-of-another': {
    is: 'A severity that is none of those here, of which nobody says what it is like',
    why: 'Nobody knows whether it must wake somebody, so no law can hold that it does.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({ long: imported('QueueLong', { ...queueLong, labels: { severity: 'page' } }) }),
})`,
    right: `application('shop', {
  ...shop,
  severities: { page: 'critical' },
  groups: groupOf({ long: imported('QueueLong', { ...queueLong, labels: { severity: 'page' } }) }),
})`,
    mistakes: [111],
  },
  'no-notation': {
    is: "Values of a series that promtool's notation does not know",
    why: 'promtool refuses the whole file, and nothing is proven.',
    wrong: `samples('5 times 20', '30s')`,
    right: `samples('5x20', '30s')`,
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
});
