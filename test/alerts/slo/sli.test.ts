import { describe, expect, test } from '@jest/globals';
import { events } from '#alerts/slo/events.js';
import { latency } from '#alerts/slo/latency.js';
import { counter } from '#promql/metric/declare.js';
import { seconds } from '#promql/unit/limit.js';
import { oneLine } from '../one-line.js';
import { apiAvailability, availability, duration, p95, p99, requests } from './table.js';

const failures = { ko: '실패', en: 'failures' };

describe('events', () => {
  test('by their bad ones count none where there is no series of them', () => {
    expect(oneLine(availability.sli.badIn('5m'))).toMatchInlineSnapshot(
      `"sum(increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status=~"5.."}[5m])) or sum(increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready"}[5m])) * 0"`,
    );
  });

  test('by their good ones count the others as bad', () => {
    expect(oneLine(apiAvailability.sli.badIn('5m'))).toMatchInlineSnapshot(
      `"sum(increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status!~"4.."}[5m])) - (sum(increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status=~"[23].."}[5m])) or sum(increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status!~"4.."}[5m])) * 0)"`,
    );
  });

  test('tell where most of the bad ones are', () => {
    expect(oneLine(availability.sli.worstIn('5m'))).toMatchInlineSnapshot(
      `"topk(10, sum by (method, path, status) (increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status=~"5.."}[5m])))"`,
    );
  });

  test('tell where most of those are that are not good', () => {
    expect(oneLine(apiAvailability.sli.worstIn('5m'))).toMatchInlineSnapshot(
      `"topk(10, sum by (method, path, status) (increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status!~"4.."}[5m])) unless sum by (method, path, status) (increase(shop_http_requests_total{namespace="shop", path!~"/live|/ready", status=~"[23].."}[5m])))"`,
    );
  });

  test('of two counters need no example', () => {
    const [total, bad] = [
      counter('jobs_total', { help: 'Jobs' }),
      counter('jobs_failed_total', { help: 'Jobs that failed' }),
    ];
    const { series } = events({ total, bad, failures });
    const told = series({ perSecond: 10, failing: 0.1 });
    expect(told.map(({ metric, course }) => [metric.name, course])).toEqual([
      ['jobs_total', { type: 'counter', perSecond: 10, events: [] }],
      ['jobs_failed_total', { type: 'counter', perSecond: 1, events: [] }],
    ]);
  });

  test('of one counter are refused without an example of each', () => {
    expect(() => events({ total: requests, bad: requests.where({ status: /5../ }), failures })).toThrow(
      "events of shop_http_requests_total: the example of a bad event is counted as the opposite; give labels by which the two differ, e.g. example: { good: { status: '200' }, bad: { status: '500' } }",
    );
  });

  test('are refused with examples the wrong way round', () => {
    const example = { good: { status: '500' }, bad: { status: '200' } };
    const bad = requests.where({ status: /5../ });
    expect(() => events({ total: requests, bad, failures, example })).toThrow(
      / 2 faults\n {2}the example of a good event is counted as the opposite[^]* the example of a bad event is counted as the opposite/,
    );
  });

  test('are refused with an example that does not count', () => {
    const example = { good: { status: '200', path: '/live' }, bad: { status: '500' } };
    const bad = requests.where({ status: /5../ });
    expect(() => events({ total: requests, bad, failures, example })).toThrow(
      'the example of a good event is not counted at all',
    );
  });
});

describe('a latency', () => {
  test('is bad where it is not in the bucket of its threshold', () => {
    expect(oneLine(p95.sli.badIn('5m'))).toMatchInlineSnapshot(
      `"sum(increase(shop_http_request_duration_seconds_count{namespace="shop", path!~"/live|/ready"}[5m])) - sum(increase(shop_http_request_duration_seconds_bucket{le="0.5", namespace="shop", path!~"/live|/ready"}[5m]))"`,
    );
  });

  test('of whole seconds finds its bucket as every client and Prometheus writes it', () => {
    expect(oneLine(latency(duration, seconds(1)).badIn('5m'))).toContain('le=~"1|1\\\\.0"');
  });

  test('says of itself what is bad', () => {
    expect(p95.sli.failures).toEqual({ ko: '500ms보다 오래 걸린 요청', en: 'requests slower than 500ms' });
  });

  test('between two edges is refused, with the edge on either side', () => {
    expect(() => latency(duration, seconds(2))).toThrow(
      'latency of shop_http_request_duration_seconds: 2s is no bucket edge, so what took longer cannot be told from what did not; write countedAs: seconds(1), which is stricter than 2s, or countedAs: seconds(2.5), which is looser than 2s (edges 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)',
    );
  });

  test('is not counted as another edge than those two', () => {
    expect(() => latency(duration, seconds(2), { countedAs: seconds(5) })).toThrow(
      '2s counted as 5s is no bucket edge',
    );
  });

  test('above the last edge can only be counted as that', () => {
    expect(() => latency(duration, seconds(30))).toThrow(
      'write countedAs: seconds(10), which is stricter than 30s (',
    );
  });

  test('at an edge needs no other', () => {
    expect(() => latency(duration, seconds(1), { countedAs: seconds(2.5) })).toThrow(
      '1s is a bucket edge itself, yet is counted as 2.5s; leave countedAs out',
    );
  });

  test('that is counted as another says which and on which side it is', () => {
    expect(p99.sli.note?.en).toBe(
      'The objective says 2s, where the histogram has no bucket edge; what counts is the looser edge next to it, 2.5s.',
    );
  });

  test('that is counted as the one below is stricter', () => {
    expect(latency(duration, seconds(2), { countedAs: seconds(1) }).note?.ko).toBe(
      '목표는 2s이지만 히스토그램에 그 경계가 없어, 더 엄격한 다음 경계인 1s 기준으로 셉니다.',
    );
  });

  test('in proofs lies at the edge, which is good, or at the next', () => {
    const told = p99.sli.series({ perSecond: 100, failing: 0.25 });
    const grown = told.map(({ labels, course }) => [
      labels['le'] ?? 'count',
      course.type === 'counter' ? course.perSecond : undefined,
    ]);
    expect(grown).toEqual([
      ['1', 0],
      ['2.5', 75],
      ['5', 100],
      ['count', 100],
    ]);
  });
});
