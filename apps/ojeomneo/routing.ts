import { ownRouting } from '../../application/own-routing.js';
import { email } from '../../routing/receiver/email.js';
import { pagerduty } from '../../routing/receiver/pagerduty.js';
import { slack } from '../../routing/receiver/slack.js';
import { secret } from '../../ground/secret.js';

const chat = slack({ url: secret('ojeomneo-slack', 'url'), channel: '#ojeomneo-alerts' });
// An AlertmanagerConfig reads the password alone from a Secret. Nobody owns addresses of .example: operations name theirs here.
const operations = email({
  to: ['operations@ojeomneo.example'],
  from: 'alerts@ojeomneo.example',
  smarthost: 'smtp.ojeomneo.example:587',
  login: { username: 'alerts@ojeomneo.example', password: secret('ojeomneo-smtp', 'password') },
});
const oncall = pagerduty({ routingKey: secret('ojeomneo-pagerduty', 'routing-key') });

/** Slack is told of everything, the operations list of what is critical, and whoever is on call when users suffer by the objectives. */
export const told = ownRouting({
  receivers: { slack: chat, 'slack-email': [chat, operations], everybody: [chat, operations, oncall] },
  route: {
    receiver: 'slack',
    groupWait: '10s',
    groupInterval: '5m',
    repeatInterval: '12h',
    routes: [
      { receiver: 'everybody', matchers: { alertname: 'PodDown' } },
      // An error budget that burns fast pages, as the SRE workbook has it; in one message, whatever its windows.
      { receiver: 'everybody', matchers: { severity: 'critical', slo: /.+/ }, groupBy: ['slo', 'severity'] },
      { receiver: 'slack-email', matchers: { severity: 'critical' } },
    ],
  },
  unpaged:
    'PagerDuty is for what users certainly suffer from: pods that are gone and error budgets that burn fast. Of other critical alerts Slack and the operations list are told.',
  // Of an error budget that burns fast nobody need hear that it burns slowly too.
  inhibit: [
    {
      source: { severity: 'critical', slo: /.+/ },
      target: { severity: 'warning', slo: /.+/ },
      equal: ['slo'],
    },
  ],
});
