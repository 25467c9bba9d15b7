import type { Message } from '#browser/wire/message.js';
import type { AlertState, Happened, Rehearsal } from '#browser/wire/rehearsal.js';

/** The moment at which the fault is pressed. */
export const start = Date.parse('2026-06-14T03:00:00Z');

const quiet = (name: string, more: Partial<AlertState> = {}): AlertState => ({
  name,
  severity: 'critical',
  stage: 'inactive',
  summary: '',
  condition: '',
  expr: '',
  comparison: '>',
  limit: null,
  unit: 'percentunit',
  for: '5m',
  forSeconds: 5,
  curve: [],
  runbook: '',
  told: ['Slack #shop-alerts', 'PagerDuty'],
  ...more,
});

/** Values at each second from 20 before the fault: they rise over the limit within three seconds after it, and fall from 19 seconds after it on. */
const curve = (until: number): AlertState['curve'] =>
  Array.from({ length: until + 21 }, (_, i) => {
    const since = i - 20;
    const rising = since < 0 ? 0.004 : Math.min(0.08, 0.004 + since * 0.021);
    const value = since < 19 ? rising : Math.max(0.004, 0.08 - (since - 19) * 0.025);
    return [start + since * 1000, value + 0.002 * Math.sin(i)];
  });

const looked = (stage: AlertState['stage'], until: number, more: Partial<AlertState> = {}): AlertState =>
  quiet('HighErrorRate', {
    stage,
    summary: '8.2% of the requests to Shop are answered by 5xx',
    condition: 'The share of requests that are answered by 5xx is over 5% for 5m.',
    expr: 'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))',
    limit: 0.05,
    curve: curve(until),
    runbook: [
      '## Meaning',
      '',
      'More than 5% of the requests are answered by 5xx.',
      '',
      '## What to do',
      '',
      '1. Look at what was deployed last, and roll it **back**.',
      '2. Ask Prometheus where it fails:',
      '',
      '```promql',
      'topk(10, sum by (path) (rate(http_requests_total{status=~"5.."}[5m])))',
      '```',
    ].join('\n'),
    ...more,
  });

const words = [
  ['HighErrorRate', 'critical', '5xx over 5%'],
  ['HighErrorRate', 'critical', 'every request fails'],
  ['HighLatency', 'warning', 'p95 over 2 s'],
  ['PodDown', 'critical', 'no pod is left'],
] as const;
const database = [
  ['DBDown', 'critical', 'PostgreSQL does not answer'],
  ['ConnectionsExhausted', 'warning', '95 of 100 connections are taken'],
  ['Deadlocks', 'warning', 'three deadlocks in five minutes'],
  ['ReplicationLag', 'warning', 'the standby is 40 s behind'],
  ['SlowQueries', 'warning', 'a query takes 12 s'],
] as const;

const faultsOf = (each: typeof words | typeof database, on: string | undefined) =>
  each.map(([alert, severity, text], i) => ({
    id: `${alert}/${i}`,
    alert,
    words: text,
    severity,
    isOn: `${alert}/${i}` === on,
  }));

export interface Scene {
  /** Seconds after the fault. */
  readonly at?: number;
  readonly on?: string;
  readonly alert?: AlertState;
  readonly more?: Partial<Rehearsal>;
  readonly others?: readonly AlertState[];
}

export const rehearsal = ({ at = 0, on, alert, others = [], more = {} }: Scene = {}): Rehearsal => ({
  application: 'shop',
  applications: ['shop', 'board'],
  language: 'en',
  pace: 60,
  now: start + at * 1000,
  parts: [
    { name: 'shop-server', faults: faultsOf(words, on) },
    { name: 'postgres-exporter', faults: faultsOf(database, on) },
  ],
  targets: [
    { job: 'shop-server', instance: '127.0.0.1:40001', health: 'up' },
    { job: 'postgres-exporter', instance: '127.0.0.1:40002', health: 'up' },
  ],
  alerts: [
    alert ?? quiet('HighErrorRate'),
    ...[
      'HighLatency',
      'PodDown',
      'DBDown',
      'ConnectionsExhausted',
      'Deadlocks',
      'ReplicationLag',
      'SlowQueries',
    ]
      .filter((name) => !others.some((other) => other.name === name))
      .map((name) => quiet(name)),
    ...others,
  ],
  ...(alert && { looked: alert.name }),
  inbox: [],
  happened: [],
  silences: [],
  ...more,
});

const said: Readonly<Record<Happened['what'], string>> = {
  fault: '5xx over 5%',
  condition: 'The value is over 5%.',
  pending: 'Prometheus sees it.',
  firing: 'It held for 5m.',
  grouped: 'In the group {alertname="HighErrorRate"}.',
  sent: 'Slack #shop-alerts, PagerDuty',
  mended: '5xx over 5%',
  resolved: 'Slack #shop-alerts, PagerDuty',
  silenced: 'For 30m.',
  inhibited: 'By PodDown.',
  muted: 'At the weekend.',
  wrong: 'SlowQueries went to #board-alerts.',
};

/** What happened, each at so many seconds after the fault; the condition begins two seconds after it. */
export const happened = (
  ...each: readonly (readonly [at: number, what: Happened['what']])[]
): readonly Happened[] =>
  each.map(([at, what]) => ({
    at: start + at * 1000,
    since: at - 2,
    what,
    text: said[what],
    alert: 'HighErrorRate',
  }));

const slack = (id: string, at: number, isResolved: boolean): Message => ({
  id,
  at: start + at * 1000,
  receiver: 'everybody',
  medium: 'slack',
  to: '#shop-alerts',
  isResolved,
  alerts: ['HighErrorRate'],
  body: {
    channel: '#shop-alerts',
    username: 'Alertmanager',
    attachments: [
      {
        title: `[${isResolved ? '1 resolved' : '1 firing'}] HighErrorRate (critical)`,
        title_link: 'https://runbooks.example.org/shop#HighErrorRate',
        text: isResolved
          ? '✅ *8.2% of the requests to Shop are answered by 5xx*\nresolved 06-14 03:00 UTC after 12s\n\n'
          : '🔴 *8.2% of the requests to Shop are answered by 5xx*\nIt should be &lt;5% over 5 minutes.\nfiring since 06-14 03:00 UTC · <https://runbooks.example.org/shop#HighErrorRate|Runbook>\n\n',
        fallback: 'HighErrorRate',
        footer: 'shop · shop-prod',
        color: isResolved ? 'good' : 'danger',
      },
    ],
  },
});

const pagerduty = (id: string, at: number, isResolved: boolean): Message => ({
  ...slack(id, at, isResolved),
  medium: 'pagerduty',
  to: 'PagerDuty',
  body: {
    event_action: isResolved ? 'resolve' : 'trigger',
    payload: {
      summary: '[1 firing] HighErrorRate (critical): 8.2% of the requests to Shop are answered by 5xx',
      severity: 'critical',
      source: 'Alertmanager',
      custom_details: { firing: '■ 8.2% of the requests to Shop are answered by 5xx', resolved: '' },
    },
    links: [{ href: 'https://runbooks.example.org/shop#HighErrorRate', text: 'Runbook' }],
  },
});

export const messages = {
  firing: [slack('1', 12, false), pagerduty('2', 12, false)],
  resolved: [slack('3', 24, true), pagerduty('4', 24, true)],
};

const on = 'HighErrorRate/0';
const until = {
  pending: happened([0, 'fault'], [2, 'condition'], [3, 'pending']),
  firing: happened([0, 'fault'], [2, 'condition'], [3, 'pending'], [8, 'firing']),
  sent: happened([0, 'fault'], [2, 'condition'], [3, 'pending'], [8, 'firing'], [9, 'grouped'], [12, 'sent']),
};

/** How a rehearsal stands from the first visit until all is well again, and where it goes another way. */
export const states = {
  first: rehearsal(),
  waiting: rehearsal({
    at: 1,
    on,
    alert: looked('inactive', 1),
    more: { happened: happened([0, 'fault']) },
  }),
  pending: rehearsal({ at: 6, on, alert: looked('pending', 6), more: { happened: until.pending } }),
  firing: rehearsal({ at: 8, on, alert: looked('firing', 8), more: { happened: until.firing } }),
  sent: rehearsal({
    at: 14,
    on,
    alert: looked('sent', 14),
    more: { happened: until.sent, inbox: messages.firing },
  }),
  resolved: rehearsal({
    at: 26,
    alert: looked('resolved', 26),
    more: {
      happened: [...until.sent, ...happened([18, 'mended'], [24, 'resolved'])],
      inbox: [...messages.firing, ...messages.resolved],
    },
  }),
  silenced: rehearsal({
    at: 12,
    on,
    alert: looked('silenced', 12, { because: '5c1f6a52-9d6e-4b1c-8b57-2f1f0b6f3a11' }),
    more: {
      happened: [...until.firing, ...happened([9, 'silenced'])],
      silences: [{ id: 's-1', alert: 'HighErrorRate', until: start + 30_000 }],
    },
  }),
  inhibited: rehearsal({
    at: 12,
    on,
    alert: looked('inhibited', 12, { because: 'PodDown' }),
    others: [quiet('PodDown', { stage: 'sent' })],
    more: { happened: [...until.firing, ...happened([9, 'inhibited'])] },
  }),
  wrong: rehearsal({
    at: 14,
    on,
    alert: looked('sent', 14),
    more: {
      happened: [...until.sent, ...happened([13, 'wrong'])],
      inbox: [
        ...messages.firing,
        { ...slack('5', 13, false), to: '#board-alerts', wrong: 'No route of HighErrorRate leads there.' },
      ],
    },
  }),
  down: rehearsal({
    at: 3,
    on: 'DBDown/0',
    alert: looked('inactive', 3),
    more: {
      targets: [
        { job: 'shop-server', instance: '127.0.0.1:40001', health: 'up' },
        {
          job: 'postgres-exporter',
          instance: '127.0.0.1:40002',
          health: 'down',
          error: 'dial tcp 127.0.0.1:40002: connect: connection refused',
        },
      ],
    },
  }),
  preparing: rehearsal({ more: { preparing: 'Prometheus reads an hour that was well.' } }),
};
