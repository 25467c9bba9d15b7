import { email, ownRouting, pagerduty, secret, slack } from 'cheomseong';

const chat = slack({ url: secret('ojeomneo-slack', 'url'), channel: '#ojeomneo-alerts' });
// An AlertmanagerConfig reads the password alone from a Secret. Nobody owns addresses of .example: operations name theirs here.
const operations = email({
  to: ['operations@ojeomneo.example'],
  from: 'alerts@ojeomneo.example',
  smarthost: 'smtp.ojeomneo.example:587',
  login: { username: 'alerts@ojeomneo.example', password: secret('ojeomneo-smtp', 'password') },
});
const oncall = pagerduty({ routingKey: secret('ojeomneo-pagerduty', 'routing-key') });

/** Where nobody is left to answer requests, they fail or take long. */
const causes = [
  { alertname: 'PodDown', deployment: 'ojeomneo-server', slo: '' },
  { alertname: 'DBDown', slo: '' },
];

/** What leaves no lines of the server to be read. */
const silent = [
  { alertname: 'PodDown', deployment: 'ojeomneo-server', slo: '' },
  { alertname: ['LogsNotSent', 'AgentNotRunning'], slo: '' },
];

/** Alerts on requests that look at their shares. */
const ofRequests = ['HighErrorRate', 'HighLatency', 'ErrorsSurging', 'LatencySurging'];

/** What is told first of the same requests. */
const surges = [
  ['ErrorsSurging', 'HighErrorRate'],
  ['LatencySurging', 'HighLatency'],
] as const;

/** Of one budget that burns fast others of the same requests burn too, and the alert on their share fires. */
const follows = (slo: string, others: readonly string[], alertname: readonly string[]) =>
  [{ slo: others }, { alertname, slo: '' }].map((target) => ({
    source: { severity: 'critical' as const, slo },
    target,
    equal: ['application'],
  }));

/** Slack is told of everything, the operations list of what is critical, and whoever is on call when users suffer by the objectives. */
export const told = ownRouting({
  receivers: { slack: chat, 'slack-email': [chat, operations], everybody: [chat, operations, oncall] },
  route: {
    receiver: 'slack',
    groupWait: '10s',
    groupInterval: '5m',
    repeatInterval: '12h',
    routes: [
      { receiver: 'everybody', matchers: { alertname: ['PodDown', 'DBDown'] } },
      // An error budget that burns fast pages, as the SRE workbook has it; in one message, whatever its windows.
      { receiver: 'everybody', matchers: { severity: 'critical', slo: /.+/ }, groupBy: ['slo', 'severity'] },
      { receiver: 'slack-email', matchers: { severity: 'critical' } },
    ],
  },
  unpaged:
    'PagerDuty is for what users certainly suffer from: pods or a database that are gone, and error budgets that burn fast. Of other critical alerts Slack and the operations list are told.',
  // One outage is one page: what follows from another alert is not told beside it.
  inhibit: [
    ...causes.flatMap((source) =>
      [{ alertname: ofRequests, slo: '' }, { slo: /.+/ }].map((target) => ({
        source,
        target,
        equal: ['application'],
      })),
    ),
    ...follows('availability', ['api_availability', 'error_ratio'], ['HighErrorRate', 'ErrorsSurging']),
    ...follows('latency_p95', ['latency_p50', 'latency_p99'], ['HighLatency', 'LatencySurging']),
    ...surges.map(([source, target]) => ({
      source: { alertname: source, slo: '' },
      target: { alertname: target, slo: '' },
      equal: ['application'],
    })),
    // Where nobody is left to write, or nothing arrives, there are no lines.
    ...silent.map((source) => ({
      source,
      target: { alertname: 'NoLogsWritten', slo: '' },
      equal: ['application'],
    })),
    // Of an error budget that burns fast nobody need hear that it burns slowly too.
    {
      source: { severity: 'critical', slo: /.+/ },
      target: { severity: 'warning', slo: /.+/ },
      equal: ['slo'],
    },
  ],
});
