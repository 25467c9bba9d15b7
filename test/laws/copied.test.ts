import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { noAlertIsAChangedCopy } from '#laws/copied.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { alerting, shop, shopMetrics, tooMany } from '../synth/estate/shop.js';

const made = tooMany('TooMany', sum(rate(shopMetrics.requests.where({ namespace: 'shop-prod' }), '5m')));

const faults = (alert: AlertRule): readonly Fault[] =>
  noAlertIsAChangedCopy({ applications: [shop({ groups: alerting(alert) })], objects: [] });

describe('an alert in a group', () => {
  test('is no copy with another fact, of which its sentences and its proof know nothing (mistake 63)', () => {
    expect(faults({ ...made, for: '15m' })).toMatchObject([
      { where: 'shop/rules', what: 'TooMany', cure: expect.stringContaining('{ for: … }') },
    ]);
  });

  test('may be one whose facts an override changed', () => {
    expect(faults(override(made, { for: '15m' }))).toEqual([]);
  });
});
