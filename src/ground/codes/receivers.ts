import { theme } from './kind.js';

/** Receivers, and who is told. */
export const receivers = theme({
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
});
