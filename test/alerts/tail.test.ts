import { describe, expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { override } from '#alerts/rule/pack.js';
import { selectors } from '#promql/expr/ast.js';
import { called } from '#alerts/text/subject.js';
import { lineOf } from '#dashboards/limits.js';
import { counter, goBuckets, histogram } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { misread } from './evaluating.js';
import { oneLine } from './one-line.js';

const metrics = {
  requests: counter('cafe_requests_total', { help: 'Requests', labels: ['status'] }),
  duration: histogram('cafe_request_duration_seconds', { help: 'Time', buckets: goBuckets }),
};
const { highLatency } = httpAlerts(called('Cafe'), metrics, { errors: percent(5), latency: seconds(2) });

/** 32 requests in each half minute, of which so many are at or under each edge. */
const taking = (upTo: (edge: number) => number) => [
  ...[...goBuckets, Infinity].map((edge) => ({
    series: `cafe_request_duration_seconds_bucket{le="${edge === Infinity ? '+Inf' : edge}"}`,
    values: `0+${upTo(edge)}x60`,
  })),
  { series: 'cafe_request_duration_seconds_count', values: '0+32x60' },
];

describe('of a limit of 2 s between edges at 1 s and 2.5 s', () => {
  test('it is quiet where every request takes 1.2 s (mistake 42)', async () => {
    const all = taking((edge) => (edge < 1.2 ? 0 : 32));
    expect(await misread(highLatency, all, [{ at: '20m' }])).toEqual([]);
  });

  test('it fires where a sixteenth takes over 2.5 s, whatever counts requests (mistake 34)', async () => {
    const some = taking((edge) => (edge < 1.2 ? 0 : edge < 3 ? 30 : 32));
    expect(await misread(highLatency, some, [{ at: '20m', value: 0.0625 }])).toEqual([]);
  });

  test('its message says what is counted', () => {
    expect(highLatency.texts.en?.description).toContain(
      '{{ $value | humanizePercentage }} of the requests to Cafe took longer than 2.5s (the limit is 5% over 2s, counted at the next bucket edge, 2.5s)',
    );
  });

  test('its page says why', () => {
    expect(highLatency.runbook.en?.meaning).toContain('The histogram has no bucket edge at 2s');
  });

  test('a panel draws it where it fires', () => {
    expect(lineOf(highLatency)).toEqual({ operator: '>', limit: seconds(2.5) });
  });

  test('the limit is still its own', () => {
    expect(highLatency.condition.limit).toEqual(seconds(2));
  });
});

describe('of a limit at an edge', () => {
  const exact = override(highLatency, { limit: seconds(5) });

  test('the edge is counted, however it is written', () => {
    expect(oneLine(exact)).toContain('cafe_request_duration_seconds_bucket{le=~"5|5\\\\.0"}');
  });

  test('nothing is said of another', () => {
    expect(exact.runbook.en?.meaning).not.toContain('edge');
  });
});

test('how long requests take is told by nothing but that (mistake 34)', () => {
  const read = selectors(highLatency.expr).map(({ metric }) => metric.family);
  expect(new Set(read)).toEqual(new Set(['cafe_request_duration_seconds']));
});
