import { describe, expect, test } from '@jest/globals';
import { grows, holds, steps } from '#alerts/scenario/behaviour.js';
import { observes } from '#alerts/scenario/histogram.js';
import { restarts } from '#alerts/scenario/restarts.js';
import { seriesText } from '#proof/words/series.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';

const orders = counter('orders_total', { help: 'Orders', labels: ['shop'] });
const queue = gauge('queue_length', { help: 'Jobs that wait' });
const duration = histogram('duration_seconds', { help: 'Time', buckets: [0.1] });

describe('a series in words', () => {
  test.each([
    ['stays as it is', holds(queue, {}, 3), 'queue_length  3'],
    [
      'is another during the fault',
      holds(queue, {}, { was: 3, becomes: 1 }),
      'queue_length  3, during the fault 1',
    ],
    [
      'is another afterwards too',
      holds(queue, {}, { was: 3, becomes: 1, then: 0 }),
      'queue_length  3, during the fault 1, afterwards 0',
    ],
    [
      'is missing during the fault',
      holds(queue, {}, { was: 3, becomes: 'missing' }),
      'queue_length  3, during the fault missing',
    ],
    ['grows', grows(orders, { shop: 'a' }, 1 / 3), 'orders_total{shop="a"}  0.333333/s'],
    [
      'steps up',
      steps(orders, {}, ['30s', '90s']),
      'orders_total  0/s, one more 30s, 1m30s after the fault began',
    ],
    [
      'begins anew',
      restarts('30s', [grows(orders, {}, 2)])[0] ?? grows(orders, {}, 1),
      'orders_total  2/s, from 0 again 30s after the fault began',
    ],
  ])('that %s', (_, behaviour, told) => {
    expect(seriesText([behaviour])).toEqual([told]);
  });

  test('that are the buckets of a histogram are told in one line', () => {
    const [buckets] = seriesText(observes(duration, {}, 2, { was: 0.1, becomes: 1 }));
    expect(buckets).toBe('duration_seconds_bucket  up to 0.1: 2/s, during the fault 0/s; up to +Inf: 2/s');
  });

  test('that are the parts of a native histogram are told in one line', () => {
    const wait = histogram('wait_seconds', { help: 'Time', stored: 'native' });
    expect(seriesText(observes(wait, {}, 2, 1))).toEqual([
      'wait_seconds  up to 1: 2/s; up to +Inf: 2/s; in all: 2/s',
    ]);
  });
});
