import { email, ownRouting, secret, slack, webhook } from 'cheomseong';

const chat = slack({ url: secret('maintenance-slack', 'url'), channel: '#alerts' });
// Nobody owns addresses of .example: its owners name theirs here.
const mail = email({
  to: ['oncall@maintenance.example'],
  from: 'alerts@maintenance.example',
  smarthost: 'smtp.maintenance.example:587',
  login: { username: 'alerts@maintenance.example', password: secret('maintenance-smtp', 'password') },
});
/** A gateway that makes a text message of Alertmanager's JSON. */
const sms = webhook({ url: secret('maintenance-sms', 'url'), pages: true });

/** Slack is told of everything; of what is critical, mail and phones too. */
export const told = ownRouting({
  receivers: { slack: chat, everybody: [chat, mail, sms] },
  route: {
    receiver: 'slack',
    groupBy: ['alertname'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [{ receiver: 'everybody', matchers: { severity: 'critical' } }],
  },
  // One outage is one message: requests fail where the database does not answer.
  inhibit: [
    {
      source: { alertname: 'DatabaseDown' },
      target: { alertname: ['HighErrorRate', 'HighLatency', 'DatabaseConnectionsExhausted'] },
      equal: ['application'],
    },
  ],
});
