import { theme } from './kind.js';

/** Inhibitions, and what silences. */
export const inhibitions = theme({
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
});
