import { describe, expect, test } from '@jest/globals';
import {
  aligned,
  durationOf,
  type Fineness,
  rateIntervalOf,
  stepOf,
} from '#browser/dashboard/query/steps.js';

const hour = 3_600_000;
const fineness = (changed: Partial<Fineness>): Fineness => ({
  from: 0,
  to: 6 * hour,
  maxDataPoints: 700,
  minStep: 15_000,
  scrape: 15_000,
  factor: 1,
  ...changed,
});

describe('The step of a range', () => {
  test('is the range by the points of the panel, rounded as Grafana rounds it', () => {
    expect(stepOf(fineness({}))).toBe(30_000);
  });

  test('is never shorter than the shortest', () => {
    expect(stepOf(fineness({ to: hour, minStep: 60_000 }))).toBe(60_000);
  });

  test('asks for no more points than Prometheus gives', () => {
    expect((30 * 24 * hour) / stepOf(fineness({ to: 30 * 24 * hour, maxDataPoints: 100_000 }))).toBeLessThan(
      11_000,
    );
  });

  test('is multiplied by the factor of the target', () => {
    expect(stepOf(fineness({ factor: 2 }))).toBe(60_000);
  });

  test('lies on multiples of itself', () => {
    expect(aligned(100_500, 200_999, 30_000)).toEqual([90, 180]);
  });
});

describe('The window of rates', () => {
  test('has four samples where the step is short', () => {
    expect(rateIntervalOf(15_000, 30_000)).toBe(120_000);
  });

  test('reaches back to the sample before the step where that is long', () => {
    expect(durationOf(rateIntervalOf(300_000, 15_000))).toBe('5m15s');
  });
});
