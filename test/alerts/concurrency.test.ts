import { beforeAll, describe, expect, test } from '@jest/globals';
import { inFlightAlerts, requestsInFlight, sessionAlerts } from '../../alerts/concurrency.js';
import { dockerCompose } from '../../alerts/place/compose.js';
import { called } from '../../alerts/subject.js';
import { gauge, histogram, pythonBuckets } from '../../promql/metric/declare.js';
import { count } from '../../promql/unit/limit.js';
import { refusals } from '../proof/changed.js';
import { testRules } from '../promql/promtool.js';
import { oneLine } from './one-line.js';
import { packs, shopGroup } from './packs.js';

const { tooManyRequestsInFlight } = packs.inFlight;
const { tooManySessions } = packs.sessions;
const duration = histogram('duration_seconds', { help: 'Time', labels: ['path'], buckets: pythonBuckets });

test('requests in flight are the seconds of answering in each second', () => {
  expect(oneLine(tooManyRequestsInFlight)).toMatchInlineSnapshot(
    `"sum(rate(shop_request_duration_seconds_sum{namespace="shop-prod"}[5m])) > 1000"`,
  );
});

test('ten requests a second that take three seconds each are thirty in flight', async () => {
  const series = [
    { series: 'duration_seconds_sum{path="/slow"}', values: '0+1800x10' },
    { series: 'duration_seconds_count{path="/slow"}', values: '0+600x10' },
  ];
  const expr = String(requestsInFlight({ duration }, '5m'));
  const said = await testRules(
    [{ record: 'in_flight', expr }],
    [
      {
        interval: '1m',
        input_series: series,
        promql_expr_test: [
          { expr: `round(${expr}, 0.1)`, eval_time: '10m', exp_samples: [{ labels: '{}', value: 30 }] },
        ],
      },
    ],
  );
  expect(said).toBe('');
});

test('they are counted, not told as a percentage', () => {
  expect(tooManyRequestsInFlight.texts.en.summary).toBe(
    'Shop: {{ $value | humanize }} requests are in flight at once',
  );
});

test('sessions are those of all instances', () => {
  expect(oneLine(tooManySessions)).toMatchInlineSnapshot(
    `"sum(shop_web_sessions{namespace="shop-prod"}) > 1000"`,
  );
});

describe('the proofs refuse', () => {
  const changes = [
    ['the busiest instance alone', tooManyRequestsInFlight, 'each of two instances', 'sum(', 'max('],
    ['requests per second', tooManyRequestsInFlight, '1010 requests', '_sum{', '_count{'],
    ["somebody else's requests", tooManyRequestsInFlight, 'somebody else', '{namespace="shop-prod"}', ''],
    ['sessions of one instance', tooManySessions, 'at another instance', 'sum(', 'max('],
    ['as many as it is made for', tooManySessions, '1000 sessions', '>', '>='],
    ["somebody else's sessions", tooManySessions, 'somebody else', '{namespace="shop-prod"}', ''],
  ] as const;
  let refused: readonly string[] = [];

  beforeAll(async () => {
    const context = { application: 'shop', namespace: 'shop-prod', language: 'ko' } as const;
    const changed = changes.map(([, alert, when, part, other]) => ({
      alert,
      when,
      change: (expr: string) => expr.replace(part, other),
    }));
    refused = await refusals(shopGroup, context, changed);
  }, 60_000);

  test.each(changes.map(([name], i) => [name, i] as const))('%s', (_, i) => {
    expect(refused[i]).toMatch(/got:/);
  });
});

describe('on a host of Docker Compose, under other limits', () => {
  const subject = called('Club', dockerCompose('club'));
  const club = {
    ...inFlightAlerts(subject, { duration }, { most: count(3) }),
    ...sessionAlerts(subject, { sessions: gauge('visits', { help: 'Visits' }) }, { most: count(123_456) }),
  };

  test('nobody is told of pods or of kubectl', () => {
    const told = Object.values(club).map(({ texts, runbook }) => [texts, runbook]);
    expect(JSON.stringify(told)).not.toMatch(/kubectl|\bpods?\b|파드/);
  });
});
