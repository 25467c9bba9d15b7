import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { not, variable } from '#promql/metric/match.js';

const url = secret('observer-slack', 'url');
const chat = slack({ url, channel: '#observer-alerts' });
const language = 'ko';

routing({
  language,
  receivers: { chat, oncall: [pagerduty({ routingKey: url }), webhook({ url })], nobody: [] },
  timeIntervals: { nights: { times: [{ start: '13:00', end: '22:00' }] } },
  route: {
    receiver: 'chat',
    matchers: {
      application: 'observer',
      severity: ['critical', 'warning'],
      alertname: /Observer.+/,
      component: not('database'),
    },
    routes: [
      { receiver: 'oncall', matchers: { severity: 'critical' }, activeTimeIntervals: ['nights'] },
      { matchers: { component: 'x' }, receiver: 'nobody' },
    ],
  },
});

// @ts-expect-error a receiver that there is not
routing({ language, receivers: { chat }, route: { receiver: 'chta' } });
// @ts-expect-error the same in a child route
routing({ language, receivers: { chat }, route: { receiver: 'chat', routes: [{ receiver: 'chta' }] } });
// @ts-expect-error two receivers of one name
routing({ language, receivers: { chat, chat }, route: { receiver: 'chat' } });
// @ts-expect-error a first route that does not say who is told
routing({ language, receivers: { chat }, route: {} });
// @ts-expect-error a time interval that there is not
routing({ language, receivers: { chat }, route: { receiver: 'chat', muteTimeIntervals: ['nights'] } });
// @ts-expect-error a severity that no alert has
routing({ language, receivers: { chat }, route: { receiver: 'chat', matchers: { severity: 'critcal' } } });
const namespace = variable('namespace');
// @ts-expect-error a dashboard variable, which only Grafana fills in
routing({ language, receivers: { chat }, route: { receiver: 'chat', matchers: { namespace } } });
// @ts-expect-error not a duration of Alertmanager
routing({ language, receivers: { chat }, route: { receiver: 'chat', groupWait: '10 seconds' } });
// @ts-expect-error no language
routing({ receivers: { chat }, route: { receiver: 'chat' } });

// @ts-expect-error a secret in the clear
slack({ url: 'https://hooks.example.org/T0/B0/x', channel: '#observer-alerts' });
// @ts-expect-error a channel without # or @
slack({ url, channel: 'observer-alerts' });
slack({ url, channel: 'C024BE91L' });
// @ts-expect-error an id in lower case, which is a channel without #
slack({ url, channel: 'c024be91l' });
// @ts-expect-error a token in the clear
slack({ url, channel: '#observer-alerts', http: { bearerToken: 'xoxb-1' } });
// @ts-expect-error a proxy without a scheme
webhook({ url, http: { proxy: 'proxy.example.org:3128' } });
// @ts-expect-error a token where the service knows its own
pagerduty({ routingKey: url, http: { bearerToken: url } });
// @ts-expect-error a secret in the clear
msteams({ url: 'https://example.org/workflows/x' });
// @ts-expect-error a secret in the clear
discord({ url: 'https://discord.com/api/webhooks/x' });
// @ts-expect-error a secret in the clear
telegram({ botToken: '1:x', chat: -1 });
// @ts-expect-error the name of a chat, for which Alertmanager has no field
telegram({ botToken: url, chat: '@observer' });
// @ts-expect-error a secret in the clear
opsgenie({ apiKey: 'x' });
// @ts-expect-error a topic by its name alone
sns({ topicArn: 'observer' });
const access = url;
// @ts-expect-error a key without the other half
sns({ topicArn: 'arn:aws:sns:us-east-1:123456789012:shop', keys: { access } });
// @ts-expect-error a secret in the clear
webhook({ url: 'https://example.org/token' });
// @ts-expect-error a secret in the clear
pagerduty({ routingKey: '0123456789abcdef' });
const login = { username: 'b', password: 'x' };
// @ts-expect-error a secret in the clear
email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org:587', login });
// @ts-expect-error a server without a port
email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org' });
