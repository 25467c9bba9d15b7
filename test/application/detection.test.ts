import { describe, expect, test } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import { detectionOf } from '#application/detection.js';
import type { Duration } from '#ground/duration.js';
import { packs as canteen } from '../alerts/canteen.js';
import { packs as shop } from '../alerts/packs.js';
import { availability } from '../alerts/slo/table.js';

const of = (alert: AlertRule, interval: Duration = '30s') => detectionOf(alert, { interval });

describe('at the latest an alert fires', () => {
  test('once its window holds nothing but the fault and its `for` is over, a scrape and an evaluation later', () => {
    expect(of(shop.http.highErrorRate).atLimit).toBe(300 + 300 + 30 + 30);
  });

  test('without a window once its `for` is over', () => {
    expect(of(canteen.deployments.podDown)).toEqual({ atLimit: 60 + 30 + 30 });
  });

  test('of what is recorded once the longest window says so', () => {
    expect(of(availability.alerts.burn1h, '1m').atLimit).toBe(3_600 + 30 + 60);
  });

  test('of one that looks for the absence of a success once there has been none for the window', () => {
    expect(of(canteen.rabbitmq.rabbitmqDown)).toEqual({ atLimit: 240 + 60 + 30 + 30 });
  });
});

describe('in an outage it fires', () => {
  test('as soon as the window holds as much of the fault as the limit is of everything', () => {
    expect(of(shop.http.highErrorRate).inOutage).toBe(300 * 0.05 + 300 + 30 + 30);
  });

  test('of a budget as soon as everything has failed for the pace’s share of the window', () => {
    expect(of(availability.alerts.burn1h, '1m').inOutage).toBeCloseTo((3_600 * 14.4) / 1_000 + 30 + 60);
  });
});
