import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { everyKind } from '../routing/every-kind.js';

const chat = slack({
  url: secret('shop-slack', 'url'),
  channel: '#shop',
  message: { title: '{{ .Status }}' },
});

/** Everything that a routing can say: hours at its very top, too. */
export const full = routing({
  language: 'en',
  resolveTimeout: '10m',
  receivers: {
    everybody: [
      chat,
      slack({ url: secret('mall-slack', 'url'), channel: '@warden' }),
      email({
        to: ['a@example.org', 'b@example.org'],
        from: 'alerts@example.org',
        smarthost: 'smtp.example.org:587',
        login: { username: 'alerts', password: secret('shop-smtp', 'password') },
      }),
    ],
    mail: email({ to: ['a@example.org'], from: 'alerts@example.org', smarthost: 'relay.example.org:25' }),
    rest: Object.values(everyKind),
    oncall: [
      pagerduty({ routingKey: secret('shop-pagerduty', 'key') }),
      webhook({ url: secret('shop-sms', 'url'), maxAlerts: 20, sendResolved: false }),
    ],
    nobody: [],
  },
  timeIntervals: {
    opening: { times: [{ start: '00:00', end: '24:00' }], weekdays: ['monday:friday'] },
    nights: [
      { times: [{ start: '13:00', end: '22:00' }], weekdays: ['monday:friday', 'saturday'] },
      { weekdays: ['sunday'] },
    ],
  },
  route: {
    receiver: 'everybody',
    matchers: { application: 'shop' },
    groupBy: ['alertname', 'severity'],
    groupWait: '0s',
    groupInterval: '30s',
    repeatInterval: '1d',
    activeTimeIntervals: ['opening'],
    routes: [
      { receiver: 'oncall', matchers: { severity: 'critical', component: /data.+|"x"/ }, continue: true },
      { receiver: 'nobody', matchers: { component: 'noise' }, muteTimeIntervals: ['nights'] },
      { receiver: 'rest', matchers: { component: 'rest' } },
      { receiver: 'mail', matchers: { component: ['database', 'disk'] }, groupBy: ['...'] },
    ],
  },
  heartbeat: webhook({ url: secret('shop-heartbeat', 'url') }),
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['alertname', 'pod'] },
  ],
});
