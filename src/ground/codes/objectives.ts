import { theme } from './kind.js';

/** Service level objectives. */
export const objectives = theme({
  'bad-objective': {
    is: 'An objective that leaves no errors, or nearly everything',
    why: 'Of a budget of nothing all is burnt, and of one of everything nothing ever is.',
    wrong: `slo('Availability', { ...availability, objective: percent(100) })`,
    right: `slo('Availability', { ...availability, objective: percent(99) })`,
    mistakes: [8],
  },
  'burn-rate-too-long': {
    is: 'A burn rate that looks as far back as the whole window',
    why: 'What it tells of is over by then.',
    wrong: `slo('Availability', { ...availability, window: '3d' })`,
    right: `slo('Availability', { ...availability, window: '30d' })`,
    mistakes: [8],
  },
  'single-failure-fires': {
    is: 'A burn alert that a single failure fires',
    why: 'At night with three requests one failure is a third of all.',
    wrong: `slo('Availability', { ...availability, leastFailures: count(1) })`,
    right: `slo('Availability', { ...availability, leastFailures: count(5) })`,
    mistakes: [14],
  },
  'interval-too-long': {
    is: 'An interval at which a series is gone between its samples',
    why: 'Of what is older than five minutes Prometheus says nothing.',
    wrong: `slo('Availability', { ...availability, interval: '10m' })`,
    right: `slo('Availability', { ...availability, interval: '1m' })`,
    mistakes: [31],
  },
  'bad-example-event': {
    is: 'An example of a good event that is counted as a bad one, or the other way round',
    why: 'The proofs would show the contrary of what they say.',
    wrong: `events({
  ...counted,
  example: { good: { path: '/', status: '500' }, bad: { path: '/', status: '500' } },
})`,
    right: `events({
  ...counted,
  example: { good: { path: '/', status: '200' }, bad: { path: '/', status: '500' } },
})`,
    mistakes: [42],
  },
  'of-another-application': {
    is: 'Something that is called after another application',
    why: 'What is recorded, or marked on a dashboard, is the other’s.',
    wrong: `application('shop', {
  ...shop,
  dashboards: [
    (about) => dashboard('Shop', { ...board, panels: [words], application: 'bakery' }),
  ],
})`,
    right: `application('shop', {
  ...shop,
  dashboards: [
    (about) => dashboard('Shop', { ...board, panels: [words], application: 'shop' }),
  ],
})`,
    mistakes: [66],
  },
});
