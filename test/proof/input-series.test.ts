import { describe, expect, test } from '@jest/globals';
import { type Behaviour, grows, holds, moves, steps } from '#alerts/scenario/behaviour.js';
import { observes, observesInBuckets } from '#alerts/scenario/histogram.js';
import { restarts } from '#alerts/scenario/restarts.js';
import { ago, flapping, ramp, samples, stopped } from '#alerts/scenario/motion.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { inputSeriesOf } from '#proof/input-histogram.js';
import { inputSeries } from '#proof/input-series.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import type { Buckets } from '#promql/metric/storage.js';

const orders = counter('orders_total', { help: 'Orders', labels: ['shop'] });
const queue = gauge('queue_length', { help: 'Jobs that wait' });

// All is well for 2 samples, then there is a fault for 3, then all is well until an evaluation that has a present value.
const time = { interval: 30, step: 30, begins: 60, ends: 150, settled: 210 };
const values = (behaviour: Behaviour): string => inputSeries(behaviour, time).values;

test('a series carries the labels that its metric is narrowed to and those given', () => {
  const { series } = inputSeries(grows(orders.where({ namespace: 'prod' }), { shop: 'a "b"' }, 1), time);
  expect(series).toBe('orders_total{namespace="prod", shop="a \\"b\\""}');
});

describe('a gauge', () => {
  test('has one value while all is well, and another during the fault', () => {
    expect(values(holds(queue, {}, { was: 1, becomes: 9 }))).toBe('1+0x1 9+0x2 1+0x3');
  });

  test('that is missing during the fault becomes stale', () => {
    expect(values(holds(queue, {}, { was: 1, becomes: 'missing' }))).toBe('1+0x1 stale _x2 1+0x3');
  });

  test('that is missing before the fault is not there from the start', () => {
    expect(values(holds(queue, {}, { was: 'missing', becomes: 9 }))).toBe('_x2 9+0x2 stale _x3');
  });
});

describe('a counter', () => {
  test('goes on from where it was when its rate changes', () => {
    expect(values(grows(orders, {}, { was: 1, becomes: 0 }))).toBe('0+30x1 60+0x2 60+30x3');
  });

  test('that was missing begins anew', () => {
    expect(values(grows(orders, {}, { was: 1, becomes: 'missing' }))).toBe('0+30x1 stale _x2 0+30x3');
  });

  test('steps up by one at each event after the fault began', () => {
    expect(values(steps(orders, {}, ['30s', '90s']))).toBe('0+0x1 0 1+0x1 2+0x3');
  });

  test('steps at the next sample when an event lies between two', () => {
    expect(values(steps(orders, {}, ['1s']))).toBe('0+0x1 0 1+0x1 1+0x3');
  });

  test('steps up by two at two events at once', () => {
    expect(values(steps(orders, {}, ['30s', '30s']))).toBe('0+0x1 0 2+0x1 2+0x3');
  });

  test('grows by fractions without the noise of binary fractions', () => {
    expect(values(grows(orders, {}, 0.1 / 30))).toBe('0+0.1x1 0.2+0.1x2 0.5+0.1x3');
  });
});

describe('where one scrape in ten fails (mistake 32)', () => {
  const long = { interval: 30, step: 30, begins: 300, ends: 600, settled: 660 };
  const failing = (behaviour: Behaviour, first: number): string => inputSeries(behaviour, long, first).values;

  test('a gauge ends for that scrape', () => {
    expect(failing(holds(queue, {}, 1), 5)).toBe('1+0x4 stale 1+0x3 1+0x4 stale 1+0x3 1+0x3');
  });

  test('a counter goes on afterwards as if it had been asked', () => {
    expect(failing(grows(orders, {}, 1), 5)).toBe('0+30x4 stale 180+30x3 300+30x4 stale 480+30x3 600+30x3');
  });

  test('Prometheus says that it failed', () => {
    expect(failing(holds(scrapeMetrics.up, {}, 1), 5)).toBe('1+0x4 0 1+0x3 1+0x4 0 1+0x3 1+0x3');
  });

  test('what is missing stays so', () => {
    expect(failing(holds(queue, {}, { was: 1, becomes: 'missing' }), 15)).toBe(
      '1+0x4 stale 1+0x3 stale _x9 1+0x3',
    );
  });

  test('they are those before, too', () => {
    expect(failing(holds(queue, {}, 1), 25)).toBe(failing(holds(queue, {}, 1), 5));
  });
});

test('a series has a sample each scrape, however often it is evaluated', () => {
  const slow = { ...time, step: 60, settled: 240, ends: 180 };
  expect(inputSeries(grows(orders, {}, { was: 1, becomes: 0 }), slow).values).toBe('0 60+0x1 60+60x2');
});

test('a histogram counts an observation in its bucket and in all above it', () => {
  const duration = histogram('duration_seconds', { help: 'Time', buckets: [0.1, 1] });
  const told = observes(duration, {}, 1, { was: 0.1, becomes: 1 }).map((behaviour) =>
    inputSeries(behaviour, time),
  );
  expect(told).toEqual([
    { series: 'duration_seconds_bucket{le="0.1"}', values: '0+30x1 60+0x2 60+30x3' },
    { series: 'duration_seconds_bucket{le="1"}', values: '0+30x1 60+30x2 150+30x3' },
    { series: 'duration_seconds_bucket{le="+Inf"}', values: '0+30x1 60+30x2 150+30x3' },
    { series: 'duration_seconds_count{}', values: '0+30x1 60+30x2 150+30x3' },
    { series: 'duration_seconds_sum{}', values: '0+3x1 6+30x2 96+3x3' },
  ]);
});

test('a histogram observes a third size afterwards, where one is said', () => {
  const duration = histogram('duration_seconds', { help: 'Time', buckets: [0.1] });
  const [first] = observes(duration, {}, 1, { was: 0.1, becomes: 1, then: 1 });
  expect(first && values(first)).toBe('0+30x1 60+0x2 60+0x3');
});

test('the buckets of a histogram alone are without its count and its sum', () => {
  const duration = histogram('duration_seconds', { help: 'Time', buckets: [0.1] });
  expect(observesInBuckets(duration, {}, 1, 1).map(({ metric: { name } }) => name)).toEqual([
    'duration_seconds_bucket',
    'duration_seconds_bucket',
  ]);
});

describe('where a program restarts', () => {
  const restarted = (behaviour: Behaviour) => restarts('30s', [behaviour]).map(values);

  test('its counters begin anew, and grow on', () => {
    expect(restarted(grows(orders, {}, 1))).toEqual(['0+30x1 60 30+30x1 90+30x3']);
  });

  test('its gauges stay as they are', () => {
    expect(restarted(holds(queue, {}, 3))).toEqual(['3+0x1 3+0x2 3+0x3']);
  });
});

describe('a native histogram is one series', () => {
  const told = (stored: Buckets) =>
    inputSeriesOf(
      observes(histogram('duration_seconds', { help: 'Time', ...stored }), {}, 1, { was: 0.1, becomes: 1 }),
      time,
    );

  test('with the edges of its custom buckets', () => {
    const amounts = (count: number, sum: number, ...buckets: readonly number[]) =>
      `{{schema:-53 count:${count} sum:${sum} custom_values:[0.1 1] buckets:[${buckets.join(' ')}]}}`;
    expect(told({ stored: 'native with custom buckets', buckets: [0.1, 1] })).toEqual([
      {
        series: 'duration_seconds{}',
        values: [
          `${amounts(0, 0, 0, 0, 0)}+${amounts(30, 3, 30, 0, 0)}x1`,
          `${amounts(60, 6, 60, 0, 0)}+${amounts(30, 30, 0, 30, 0)}x2`,
          `${amounts(150, 96, 60, 90, 0)}+${amounts(30, 3, 30, 0, 0)}x3`,
        ].join(' '),
      },
    ]);
  });

  test('with buckets of its schema, each counted where a size lies', () => {
    const [only] = told({ stored: 'native' });
    // 0.1 lies in the bucket that ends at 2 to the power of -26/8, and 1 in that of 0.
    expect(only?.values).toContain(
      '+{{schema:3 count:30 sum:3 z_bucket:0 offset:-26 buckets:[30 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]}}x1',
    );
  });

  test('that is missing as a whole where a scrape fails', () => {
    const metric = histogram('duration_seconds', { help: 'Time', stored: 'native' });
    const [only] = inputSeriesOf(observes(metric, {}, 1, 1), { ...time, settled: 390, ends: 330 }, 5);
    expect(only?.values.match(/stale/g)).toHaveLength(1);
  });

  test('beside which others stay as they are', () => {
    expect(inputSeriesOf([holds(queue, {}, 1)], time)).toEqual([inputSeries(holds(queue, {}, 1), time)]);
  });
});

describe('a series that is drawn', () => {
  const drawn = (motion: Parameters<typeof moves>[2]) => values(moves(queue, {}, motion));

  test('moves otherwise while the fault lasts, and then as before', () => {
    expect(drawn({ was: 5, becomes: ramp(5, -1) })).toBe('5+0x1 5-30x2 5+0x3');
  });

  test('may be a third thing afterwards', () => {
    expect(drawn({ was: 5, becomes: 1, then: 'missing' })).toBe('5+0x1 1+0x2 stale _x3');
  });

  test('comes in as few pieces as can be', () => {
    expect(drawn(flapping([1, 0], '30s'))).toBe('1-1x1 1-1x1 1 1-1x1 1-1x1');
  });

  test('follows the clock, whenever the test begins', () => {
    const behaviour = moves(queue, {}, { was: ago('10s'), becomes: stopped });
    expect(inputSeries(behaviour, { ...time, start: 1_000 }).values).toBe('990+30x1 1060+0x2 1140+30x3');
  });

  test('may be of a metric that only its name tells', () => {
    const { series } = inputSeries(moves('node_load1', { instance: 'a' }, 1), time);
    expect(series).toBe('node_load1{instance="a"}');
  });

  test('is infinite as promtool spells it', () => {
    expect(drawn({ was: 0, becomes: samples('-Inf', '30s') })).toContain('-Inf');
  });
});
