import { email } from '../../routing/receiver/email.js';
import { pagerduty } from '../../routing/receiver/pagerduty.js';
import { slack } from '../../routing/receiver/slack.js';
import { webhook } from '../../routing/receiver/webhook.js';
import { routing } from '../../routing/routing.js';
import { secret } from '../../ground/secret.js';
import { not, variable } from '../../promql/metric/match.js';

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
// @ts-expect-error a secret in the clear
webhook({ url: 'https://example.org/token' });
// @ts-expect-error a secret in the clear
pagerduty({ routingKey: '0123456789abcdef' });
const login = { username: 'b', password: 'x' };
// @ts-expect-error a secret in the clear
email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org:587', login });
// @ts-expect-error a server without a port
email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org' });
