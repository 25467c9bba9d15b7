import type { Kinds } from './kind.js';

/** Routing and receivers. */
export const routing = {
  'alert-reaches-nobody': {
    is: 'An alert that no route takes to a person',
    why: 'It fires, and nobody hears of it.',
    wrong: `application('shop', { ...shop, routing: ownRouting({ ...told, receivers: { oncall: [] } }) })`,
    right: `application('shop', { ...shop, routing: ownRouting(told) })`,
    mistakes: [17, 18],
  },
  'critical-pages-nobody': {
    is: 'A critical alert that pages nobody, and no word of why',
    why: 'It stands in a channel that nobody reads at night.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({ few: alert('TooFewWorkers', fewWorkers) }),
  routing: ownRouting({ ...told, unpaged: undefined }),
})`,
    right: `application('shop', {
  ...shop,
  groups: groupOf({ few: alert('TooFewWorkers', fewWorkers) }),
  routing: ownRouting(told),
})`,
    mistakes: [57],
  },
  'unpaged-without-reason': {
    is: 'Nothing is paged, and no sentence says why',
    why: 'Whoever reads it later cannot tell whether it is meant.',
    wrong: `ownRouting({ ...told, unpaged: 'no' })({ application: 'shop', language: 'en' })`,
    right: `ownRouting({ ...told, unpaged: 'Slack is all that the shop has.' })({
  application: 'shop',
  language: 'en',
})`,
    mistakes: [57],
  },
  'no-such-receiver': {
    is: 'A route to a receiver that there is not',
    why: 'Alertmanager refuses its whole configuration.',
    wrong: `ownRouting({ ...told, route: { receiver: 'oncal', groupBy: ['alertname'] } })({
  application: 'shop',
  language: 'en',
})`,
    right: `ownRouting({ ...told, route: { receiver: 'oncall', groupBy: ['alertname'] } })({
  application: 'shop',
  language: 'en',
})`,
    mistakes: [17],
  },
  'no-such-time-interval': {
    is: 'A route by a time interval that there is not',
    why: 'Alertmanager refuses its whole configuration.',
    wrong: `ownRouting({
  ...told,
  route: { ...told.route, routes: [{ receiver: 'oncall', muteTimeIntervals: ['night'] }] },
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  timeIntervals: { night },
  route: { ...told.route, routes: [{ receiver: 'oncall', muteTimeIntervals: ['night'] }] },
})({ application: 'shop', language: 'en' })`,
    mistakes: [17],
  },
  'matches-no-alert': {
    is: 'A matcher that no alert passes',
    why: 'The route or the inhibition is never used: mostly a name is misspelt.',
    wrong: `application('shop', {
  ...shop,
  routing: ownRouting({
    ...told,
    route: { ...told.route, routes: [{ matchers: { alertname: 'TooFewWorker' } }] },
  }),
})`,
    right: `application('shop', {
  ...shop,
  routing: ownRouting({
    ...told,
    route: { ...told.route, routes: [{ matchers: { alertname: 'TooFewWorkers' } }] },
  }),
})`,
    mistakes: [50, 56],
  },
  'route-never-reached': {
    is: 'A route that no alert gets to, since one before it takes all',
    why: 'Whoever is told by it is told of nothing.',
    wrong: `ownRouting({
  ...told,
  route: { ...told.route, routes: [{}, { matchers: { severity: 'critical' } }] },
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  route: { ...told.route, routes: [{ matchers: { severity: 'critical' } }, {}] },
})({ application: 'shop', language: 'en' })`,
    mistakes: [50],
  },
  'bad-grouping': {
    is: 'A grouping that Alertmanager takes for another',
    why: 'By nothing it is read as left out; beside ... every other label is idle.',
    wrong: `ownRouting({ ...told, route: { receiver: 'oncall', groupBy: ['...', 'alertname'] } })({
  application: 'shop',
  language: 'en',
})`,
    right: `ownRouting({ ...told, route: { receiver: 'oncall', groupBy: ['...'] } })({
  application: 'shop',
  language: 'en',
})`,
    mistakes: [50],
  },
  'groups-by-no-label': {
    is: 'A grouping by a label that no alert has',
    why: 'It keeps no two apart: all come in one message.',
    wrong: `application('shop', {
  ...shop,
  routing: ownRouting({ ...told, route: { receiver: 'oncall', groupBy: ['alertnam'] } }),
})`,
    right: `application('shop', {
  ...shop,
  routing: ownRouting({ ...told, route: { receiver: 'oncall', groupBy: ['alertname'] } }),
})`,
    mistakes: [50],
  },
  muted: {
    is: 'An alert that is muted whenever it could be told',
    why: 'Nobody hears of it, at no time, or on no weekend.',
    wrong: `ownRouting({
  ...told,
  timeIntervals: { always: { times: [{ start: '00:00', end: '24:00' }] } },
  route: { ...told.route, routes: [{ muteTimeIntervals: ['always'] }] },
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  timeIntervals: { night },
  route: { ...told.route, routes: [{ muteTimeIntervals: ['night'] }] },
})({ application: 'shop', language: 'en' })`,
    mistakes: [50],
  },
  'repeats-after-forgetting': {
    is: 'A repeat interval that is longer than Alertmanager remembers what it sent',
    why: 'It has forgotten by then, and sends at another time than stands there.',
    wrong: `ownRouting({ ...told, route: { ...told.route, repeatInterval: '1w' } })({
  application: 'shop',
  language: 'en',
})`,
    right: `ownRouting({ ...told, route: { ...told.route, repeatInterval: '1d' } })({
  application: 'shop',
  language: 'en',
})`,
    mistakes: [58],
  },
  'repeats-too-often': {
    is: 'A repeat interval that is shorter than the interval of its group',
    why: 'A group is only looked at that often.',
    wrong: `ownRouting({ ...told, route: { ...told.route, groupInterval: '1h', repeatInterval: '10m' } })({
  application: 'shop',
  language: 'en',
})`,
    right: `ownRouting({ ...told, route: { ...told.route, groupInterval: '10m', repeatInterval: '1h' } })({
  application: 'shop',
  language: 'en',
})`,
    mistakes: [58],
  },
  'inhibits-everything': {
    is: 'An inhibition of which one side is every alert',
    why: 'Any alert at all silences, or is silenced.',
    wrong: `ownRouting({
  ...told,
  inhibit: [{ source: {}, target: { severity: 'warning' }, equal: ['namespace'] }],
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['namespace'] },
  ],
})({ application: 'shop', language: 'en' })`,
    mistakes: [20, 56],
  },
  'inhibits-nothing': {
    is: 'An inhibition whose sides never have the same label',
    why: 'It silences nothing.',
    wrong: `ownRouting({
  ...told,
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['severity'] },
  ],
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['namespace'] },
  ],
})({ application: 'shop', language: 'en' })`,
    mistakes: [56],
  },
  'inhibits-its-cause': {
    is: 'An inhibition that may silence its own cause',
    why: 'Nobody is told of either.',
    wrong: `ownRouting({
  ...told,
  inhibit: [
    { source: { component: 'shop' }, target: { severity: 'warning' }, equal: ['namespace'] },
  ],
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['namespace'] },
  ],
})({ application: 'shop', language: 'en' })`,
    mistakes: [20],
  },
  'equal-without-label': {
    is: 'An inhibition that is equal by a label that both sides lack',
    why: 'Alertmanager takes two that are missing for equal: while the first fires, the second is never sent.',
    wrong: `application('shop', {
  ...shop,
  routing: ownRouting({
    ...told,
    inhibit: [
      {
        source: { alertname: 'TargetDown' },
        target: { alertname: 'TooFewWorkers' },
        equal: ['pod'],
      },
    ],
  }),
})`,
    right: `application('shop', {
  ...shop,
  routing: ownRouting({
    ...told,
    inhibit: [
      {
        source: { alertname: 'TargetDown' },
        target: { alertname: 'TooFewWorkers' },
        equal: ['namespace'],
      },
    ],
  }),
})`,
    mistakes: [56],
  },
  'heartbeat-silenced': {
    is: 'An inhibition that may silence the heartbeat',
    why: 'It ceases though monitoring lives, and somebody is woken for it.',
    wrong: `ownRouting({
  ...told,
  heartbeat,
  inhibit: [
    {
      source: { severity: 'critical' },
      target: { severity: not('critical') },
      equal: ['namespace'],
    },
  ],
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  heartbeat,
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['namespace'] },
  ],
})({ application: 'shop', language: 'en' })`,
    mistakes: [80],
  },
  'meddles-with-others': {
    is: 'A routing that may take, or silence, the alerts of another application',
    why: 'Its team is not told, or another is.',
    wrong: `ownRouting({ ...told, route: { ...told.route, matchers: { namespace: 'shop' } } })`,
    right: `ownRouting(told)`,
    mistakes: [17],
    notRun: 'It takes two applications in one namespace; test/laws/apart shows it.',
  },
  'silenced-by-its-name': {
    is: 'A warning that a critical alert of the same name silences',
    why: 'kube-prometheus-stack inhibits by name and namespace, whoever the two belong to.',
    wrong: `alert('TooFewWorkers', fewWorkers)`,
    right: `prefixed('Shop', pack)`,
    mistakes: [20],
    notRun: 'It takes two applications in one namespace; test/laws/apart shows it.',
  },
  'bad-recipient': {
    is: 'A channel, a chat, a topic that the service does not know',
    why: 'The message is refused, and nobody is told.',
    wrong: `ownRouting({
  ...told,
  receivers: { oncall: slack({ url: secret('shop-slack', 'url'), channel: '#Shop Alerts' }) },
})({ application: 'shop', language: 'en' })`,
    right: `ownRouting({
  ...told,
  receivers: { oncall: slack({ url: secret('shop-slack', 'url'), channel: '#shop-alerts' }) },
})({ application: 'shop', language: 'en' })`,
    mistakes: [17],
  },
  'template-refused': {
    is: 'A template of a message that Alertmanager cannot fill',
    why: 'It sends nothing at all, and only its own log tells.',
    wrong: `slack({ url: secret('shop-slack', 'url'), channel: '#shop', message: { title: '{{ .Nothing }}' } })`,
    right: `slack({ url: secret('shop-slack', 'url'), channel: '#shop', message: { title: '{{ .Status }}' } })`,
    mistakes: [20],
    notRun: 'amtool is asked, which test/proof/notification does.',
  },
  'bad-route-test': {
    is: 'A file of tests of routes that is not read',
    why: 'It expects nothing, or what nobody understands.',
    wrong: `tests: [{ name: night, alerts: [{ labels: { alertname: TooFewWorkers } }] }]`,
    right: `tests: [{ name: night, alerts: [{ labels: { alertname: TooFewWorkers }, expected_receivers: [oncall] }] }]`,
    mistakes: [86],
    notRun: 'It is YAML, which test/proof/routes reads.',
  },
  'told-otherwise': {
    is: 'A test of routes whose alert is told to others than expected',
    why: 'The routes changed, or the test is wrong.',
    wrong: `expected_receivers: [day]`,
    right: `expected_receivers: [oncall]`,
    mistakes: [17],
    notRun: 'It takes a file and an estate, which test/proof/routes has.',
  },
} as const satisfies Kinds;
