import { describe, expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { prefixed } from '#alerts/rule/prefix.js';
import { called } from '#alerts/text/subject.js';
import { counter, histogram } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';

const metrics = {
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['status'] }),
  duration: histogram('shop_request_seconds', { help: 'Time to answer', buckets: [0.1, 1, 5] }),
};
const pack = httpAlerts(called('Shop'), metrics, { errors: percent(5), latency: seconds(1) });

describe('an application', () => {
  test('renames an alert', () => {
    expect(override(pack, { highLatency: { name: 'ShopSlow' } }).highLatency.name).toBe('ShopSlow');
  });
  test('overrides a field of an alert', () => {
    expect(override(pack, { highLatency: { for: '10m' } }).highLatency.for).toBe('10m');
  });
  test('keeps the name that an alert was given when it overrides another field', () => {
    const named = prefixed('Shop', pack);
    expect(override(named, { highLatency: { for: '10m' } }).highLatency.name).toBe('ShopHighLatency');
  });
  test('leaves an alert out', () => {
    expect(Object.keys(override(pack, { highLatency: leftOut }))).toEqual(['highErrorRate']);
  });
  test('calls all alerts after itself', () => {
    expect(Object.values(prefixed('Shop', pack)).map(({ name }) => name)).toEqual([
      'ShopHighErrorRate',
      'ShopHighLatency',
    ]);
  });
});

describe('an override that touches nothing is refused', () => {
  test('when a field is so already', () => {
    expect(() => override(pack, { highLatency: { for: '5m' } })).toThrow(
      'highLatency.for is 5m already; leave it out',
    );
  });
  test('when the name is so already', () => {
    expect(() => override(pack, { highLatency: { name: 'HighLatency' } })).toThrow('highLatency');
  });
  test('when it is empty', () => {
    expect(() => override(pack, { highLatency: {} })).toThrow(
      'highLatency: the override is empty; leave it out',
    );
  });
  test('several at once', () => {
    expect(() => override(pack, { highLatency: {}, highErrorRate: { for: '5m' } })).toThrow(
      /highErrorRate[^]*highLatency/,
    );
  });
});
