import { describe, expect, test } from '@jest/globals';
import { print } from '#promql/expr/print.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram, summary } from '#promql/metric/declare.js';
import { bucketsOf, countOf, storedAs, sumOf, upTo } from '#promql/metric/parts.js';
import {
  histogramQuantile,
  meanObserved,
  observationRate,
  observations,
  observationsOver,
  observedRate,
  shareOver,
} from '#promql/vector/histogram.js';
import { histogramAvg, histogramFraction, nativeRate } from '#promql/vector/native-histogram.js';
import { rawPromql } from '#promql/vector/raw.js';
import type { AnyVector } from '#promql/vector/vector.js';

const labels = ['path'] as const;
const help = 'How long it took';
const native = histogram('shop_wait_seconds', { help, labels, stored: 'native' });
const custom = histogram('shop_wait_seconds', {
  help,
  labels,
  stored: 'native with custom buckets',
  buckets: [0.5, 1, 2.5],
});
const classic = histogram('shop_wait_seconds', { help, labels, buckets: [0.5, 1, 2.5] });
const by = { by: labels };
const text = ({ expr }: AnyVector): string => print(expr).replace(/\s+/g, ' ');

describe('a native histogram is read', () => {
  const together = 'sum by (path) (rate(shop_wait_seconds[5m]))';

  test('for a quantile, without le (mistake 95)', () => {
    expect(text(histogramQuantile(0.95, native, '5m', by))).toBe(`histogram_quantile(0.95, ${together})`);
  });

  test('for how many there were a second', () => {
    expect(text(observationRate(native, '5m', by))).toBe(`histogram_count(${together})`);
  });

  test('for how many there were', () => {
    expect(text(observations(native, '5m'))).toBe('histogram_count(sum(increase(shop_wait_seconds[5m])))');
  });

  test('for what they add up to a second', () => {
    expect(text(observedRate(native, '5m', by))).toBe(`histogram_sum(${together})`);
  });

  test('for their mean', () => {
    expect(text(meanObserved(native, '5m', by))).toBe(`histogram_avg(${together})`);
  });

  test('for the share over an edge', () => {
    expect(text(shareOver(native, 1, '5m', by))).toBe(`1 - histogram_fraction(-Inf, 1, ${together})`);
  });

  test('for how many were over it, of which there is no share where there are none', () => {
    const all = 'sum(increase(shop_wait_seconds[5m]))';
    expect(text(observationsOver(native, 1, '5m'))).toBe(
      `(1 - histogram_fraction(-Inf, 1, ${all})) * (histogram_count(${all}) > 0) or histogram_count(${all}) * 0`,
    );
  });

  test('alike where its buckets are custom', () => {
    expect(text(shareOver(custom, 1, '5m', by))).toBe(text(shareOver(native, 1, '5m', by)));
  });
});

describe('a classic histogram is read by the same functions', () => {
  test('for the share over an edge', () => {
    expect(text(shareOver(classic, 0.5, '5m'))).toBe(
      '1 - sum(rate(shop_wait_seconds_bucket{le="0.5"}[5m])) / sum(rate(shop_wait_seconds_count[5m]))',
    );
  });

  test('for its mean', () => {
    expect(text(meanObserved(classic, '5m'))).toBe(
      'sum(rate(shop_wait_seconds_sum[5m])) / sum(rate(shop_wait_seconds_count[5m]))',
    );
  });

  test('as a summary is', () => {
    const waits = summary('shop_wait_seconds', { help });
    expect(text(meanObserved(waits, '5m'))).toBe(text(meanObserved(classic, '5m')));
  });
});

describe('of a native histogram', () => {
  test('one series is stored, under its own name', () => {
    expect(storedAs(native).map(({ name }) => name)).toEqual(['shop_wait_seconds']);
  });

  test.each([
    ['_bucket', () => bucketsOf(native)],
    ['_bucket', () => upTo(custom, 1)],
    ['_count', () => countOf(native)],
    ['_sum', () => sumOf(custom)],
  ])('there is no %s (mistake 95)', (suffix, read) => {
    expect(read).toThrow(`which has no series shop_wait_seconds${suffix}; write observationRate(…)`);
  });

  test('a classic one is told apart', () => {
    expect(() => nativeRate(classic, '5m')).toThrow(
      "rate of shop_wait_seconds: shop_wait_seconds is stored as a classic histogram, so there is no series of that name; say how it is stored, stored: 'native'",
    );
  });

  test('no share lies between a value and a lesser one', () => {
    expect(() => histogramFraction(1, 0.5, nativeRate(native, '5m'))).toThrow('nothing lies between them');
  });

  test('a share is between nothing and all', () => {
    expect(boundsOf(histogramFraction(0, 1, nativeRate(native, '5m')).expr)).toEqual([0, 1]);
  });

  test('the mean has its unit', () => {
    expect(histogramAvg(nativeRate(native, '5m')).unit).toBe('seconds');
  });
});

describe('in text', () => {
  const read = (promql: string) => () =>
    rawPromql(promql, {
      labels: [],
      unit: 'seconds',
      metrics: [catalog({ native, classic, orders: counter('shop_orders_total', { help }) })],
    });

  test('a quantile of a native histogram needs no le', () => {
    expect(read('histogram_quantile(0.9, sum(rate(shop_wait_seconds[5m])))')).not.toThrow();
  });

  test('a quantile of a classic one does (mistake 95)', () => {
    expect(read('histogram_quantile(0.9, sum(rate(shop_wait_seconds_bucket[5m])))')).toThrow(
      "reads 'le', which is gone; aggregate by le too",
    );
  });

  test.each([
    ['a comparison', 'sum(rate(shop_wait_seconds[5m])) > 1', 'compares native histograms'],
    ['max', 'max(rate(shop_wait_seconds[5m]))', 'since max is of numbers'],
    [
      'a function of numbers',
      'clamp_min(sum(rate(shop_wait_seconds[5m])), 0)',
      'since clamp_min is of numbers',
    ],
    [
      'a count of what is a number',
      'histogram_count(sum(rate(shop_orders_total[5m])))',
      "and 'sum(rate(shop_orders_total[5m]))' are numbers",
    ],
    ['a count of a classic one', 'histogram_avg(sum(rate(shop_wait_seconds_sum[5m])))', 'are numbers'],
  ])('%s is refused, since Prometheus leaves it out without a word (mistake 95)', (_, promql, why) => {
    expect(read(promql)).toThrow(why);
  });

  test.each([
    'histogram_count(sum(rate(shop_wait_seconds[5m]))) > 1',
    'histogram_fraction(0, 1, sum(rate(shop_wait_seconds[5m]) + rate(shop_wait_seconds[5m])))',
    'histogram_avg(avg_over_time(sum(rate(shop_wait_seconds[5m]))[10m:]))',
    'count(rate(shop_wait_seconds[5m]))',
    'histogram_sum(sum(rate(shop_wait_seconds[5m])) / 2)',
  ])('%s is taken', (promql) => {
    expect(read(promql)).not.toThrow();
  });
});

describe('how a histogram is stored', () => {
  test('is one of three ways', () => {
    expect(() =>
      // @ts-expect-error Prometheus has no such way.
      histogram('shop_wait_seconds', { help, stored: 'nativ', buckets: [1] }),
    ).toThrow(
      "metric shop_wait_seconds: stored: 'nativ' is none of classic, native, native with custom buckets; write native",
    );
  });

  test('leaves a native one without edges of its own', () => {
    expect(() =>
      // @ts-expect-error Its buckets follow from its schema.
      histogram('shop_wait_seconds', { help, stored: 'native', buckets: [1] }),
    ).toThrow(
      "buckets: the buckets of a native histogram follow from its schema; leave buckets out, or write stored: 'native with custom buckets'",
    );
  });

  test('leaves custom buckets with the edges that they are made of', () => {
    expect(() =>
      // @ts-expect-error It has the edges of the classic one.
      histogram('shop_wait_seconds', { help, stored: 'native with custom buckets' }),
    ).toThrow('has the edges that its program gives it; write them: buckets: [0.1, 0.5, 1]');
  });

  test('may be both in one catalogue, which a scrape may store', () => {
    expect(() => catalog({ native, classic })).not.toThrow();
  });

  test('may not be native in two ways at once', () => {
    expect(() => catalog({ native, custom })).toThrow('are both stored as shop_wait_seconds');
  });
});
