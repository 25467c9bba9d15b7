import { theme } from './kind.js';

/** Routes. */
export const routing = theme({
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
  'critical-too-late': {
    is: 'A critical alert that fires, or is told, later than its application promises',
    why: 'The promise is what others plan by: the alert comes when the outage has been seen by everybody.',
    wrong: `application('shop', { ...shop, prompt: { fires: '1s', told: '1m' } })`,
    right: `application('shop', { ...shop, prompt: { fires: '30m', told: '1m' } })`,
    mistakes: [],
  },
});
