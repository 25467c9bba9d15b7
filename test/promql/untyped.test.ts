import { describe, expect, test } from '@jest/globals';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, goBuckets, histogram, summary, unconventional } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { bucketsOf, countOf, quantileOf } from '#promql/metric/parts.js';
import { bytes, count, limit, percent } from '#promql/unit/limit.js';
import { absent } from '#promql/vector/absent.js';
import { sum, topk } from '#promql/vector/aggregate.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { add, clampMin, complement, divide, modulo, power } from '#promql/vector/arithmetic.js';
import { compare } from '#promql/vector/compare.js';
import { labelReplace } from '#promql/vector/label-replace.js';
import { ignoring, on } from '#promql/vector/matching.js';
import { delta, deriv, maxOverTime, predictLinear } from '#promql/vector/over-time.js';
import { increase, rate, value } from '#promql/vector/select.js';
import { and, or } from '#promql/vector/set.js';
import { untyped } from '../untyped.js';

const baskets = gauge('shop_baskets', {
  help: 'Baskets',
  labels: ['provider', 'state'],
  values: { state: ['open', 'paid'] },
});
const memory = gauge('shop_memory_bytes', { help: 'Memory' });
const requests = counter('shop_requests_total', { help: 'Requests', labels: ['provider'] });
const duration = histogram('shop_duration_seconds', { help: 'Time to answer', buckets: goBuckets });
const size = summary('shop_size_bytes', { help: 'Size' });
const open = sum(value(baskets));
const used = sum(value(memory));
const perProvider = sum(value(baskets), { by: ['provider'] });
const perState = sum(value(baskets), { by: ['provider', 'state'] });

describe('where types are put aside, a metric is refused that is read as another kind is (mistake 86):', () => {
  test.each([
    [
      'rate of a gauge',
      untyped(rate, baskets, '5m'),
      'shop_baskets is a gauge, and rate is of a counter; only what counts has a rate',
    ],
    [
      'increase of a histogram',
      untyped(increase, duration, '5m'),
      'write countOf(…), sumOf(…) or bucketsOf(…) of a histogram',
    ],
    [
      'value of a counter',
      untyped(value, requests),
      'shop_requests_total is a counter, and value is of a gauge; a counter is not read raw',
    ],
    ['delta of a counter', untyped(delta, requests, '5m'), 'delta is of a gauge'],
    ['deriv of a counter', untyped(deriv, requests, '5m'), 'deriv is of a gauge'],
    ['the greatest value of a counter', untyped(maxOverTime, requests, '5m'), 'max_over_time is of a gauge'],
    ['a forecast of a counter', untyped(predictLinear, requests, '1h', '4h'), 'predict_linear is of a gauge'],
    [
      'a quantile of a counter',
      untyped(histogramQuantile, 0.9, requests, '5m'),
      'shop_requests_total is a counter, and histogramQuantile is of a histogram',
    ],
    ['the count of a gauge', untyped(countOf, baskets), 'countOf is of a histogram or a summary'],
    ['buckets of a summary', untyped(bucketsOf, size), 'a summary has no buckets: write quantileOf(…)'],
    ['a quantile of a histogram', untyped(quantileOf, duration, 0.9), 'write histogramQuantile(…)'],
    ['a histogram as it is stored in parts', untyped(absent, duration), 'absent is of a counter or a gauge'],
    ['what is no metric', untyped(value, 'shop_baskets'), 'it reads no metric; give it one of a catalogue'],
    ['what is no series', untyped(sum, baskets), 'it aggregates no series'],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});

describe('where types are put aside, labels are refused that are not there:', () => {
  test.each([
    [
      'by a label of no metric',
      untyped(sum, value(baskets), { by: ['providr'] }),
      'there is no label providr',
    ],
    [
      'by what is no list',
      untyped(topk, 3, perProvider, { by: 'provider' }),
      "write a list: by: ['provider']",
    ],
    [
      'made of none',
      untyped(labelReplace, perProvider, { to: 'x', replacement: '$1', from: 'providr', pattern: /(.*)/ }),
      'there is no label providr; write provider',
    ],
    [
      'matched by a label of no side',
      untyped(divide, perProvider, perProvider, on('providr').groupLeft()),
      "the side of many series has no label 'providr' to match by; write provider",
    ],
    [
      'ignored though no side has it',
      untyped(divide, perProvider, perProvider, ignoring('providr').groupLeft()),
      "neither side has a label 'providr' to ignore",
    ],
    [
      'joined of many with many',
      untyped(divide, perProvider, perState, on('provider').groupLeft()),
      "the side of one series also differs in 'state'",
    ],
    [
      'joined without a word on which has many',
      untyped(divide, perProvider, perState, on('provider')),
      'which side has many series',
    ],
    [
      'met by a label that one side lacks',
      untyped(and, perProvider, open, on('provider')),
      "the right side has no label 'provider' to match by",
    ],
    [
      'compared with a number',
      untyped((match: unknown) => Reflect.apply(baskets.where, baskets, [match]), { provider: 5 }),
      'label provider: it is compared with what is no text: 5',
    ],
    [
      'never of a value',
      untyped((match: unknown) => Reflect.apply(baskets.where, baskets, [match]), {
        state: ['open', 'payd'],
      }),
      'state of shop_baskets is never "payd"; write paid',
    ],
    [
      'never of a value to leave out',
      untyped((match: unknown) => Reflect.apply(baskets.where, baskets, [match]), { state: not('opne') }),
      'state of shop_baskets is never "opne"; write open',
    ],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});

describe('where types are put aside, units and operators are refused that there are not:', () => {
  test.each([
    ['a unit of a limit', untyped(limit, 5, 'percents'), "unit: 'percents' is none of count, ratio"],
    ['a text for a number', untyped(percent, '5'), "value: '5' is no number"],
    [
      'a comparison',
      untyped(compare, open, '=>', count(5)),
      "operator: '=>' is none of ==, !=, >, <, >=, <=; write ==",
    ],
    [
      'a number without a unit',
      untyped(add, used, 5),
      'the values are in bytes, and a bare number has no unit',
    ],
    ['what is left of bytes', untyped(complement, used), 'the values are in bytes, not in ratio'],
    ['a limit of another unit', untyped(clampMin, open, bytes(5)), 'the values are in count, not in bytes'],
    ['the rest by a limit', untyped(modulo, used, bytes(5)), 'its right side is no plain number'],
    ['bytes to a power', untyped(power, used, 2), 'the values are in bytes, whose powers have no unit'],
    ['one unit or another', untyped(or, open, used), 'its series would be of one unit or of another'],
    [
      'won a second',
      untyped(rate, counter('shop_paid_total', { help: 'Paid', unit: 'won' }), '5m'),
      "unit: 'won' is none of count, bytes, seconds, coreSeconds",
    ],
    ['a window of no length', untyped(rate, requests, '0s'), 'a window of no length holds no samples'],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});

describe('where types are put aside, a metric is not declared', () => {
  test.each([
    [
      'by a name that breaks the conventions',
      untyped(gauge, 'shop_cpu_percent', { help: 'CPU' }),
      'write shop_cpu_ratio, or declare it by unconventional.gauge',
    ],
    [
      'as a counter that does not end so',
      untyped(counter, 'shop_requests', { help: 'Requests' }),
      'write shop_requests_total',
    ],
    [
      'against the conventions without a reason',
      untyped(unconventional.gauge, 'shop_total', { help: 'All' }),
      'it does not say why its name cannot be mended',
    ],
    [
      'in a unit that there is not',
      untyped(gauge, 'shop_x', { help: 'x', unit: 'percents' }),
      "unit: 'percents' is none of count",
    ],
    [
      'with values of a label that it has not',
      untyped(gauge, 'shop_x', { help: 'x', labels: ['state'], values: { stat: ['open'] } }),
      'the metric has no label stat; write state',
    ],
    ['as a histogram without buckets', untyped(histogram, 'shop_x_seconds', { help: 'x' }), 'buckets'],
    [
      'with a field that is misspelt',
      untyped(gauge, 'shop_x', { help: 'x', lables: ['state'] }),
      "there is no field 'lables', so nobody reads it; write labels",
    ],
    [
      'by its name alone',
      untyped(catalog, { baskets: 'shop_baskets' }),
      "'shop_baskets' is not made by counter(…), gauge(…), histogram(…) or summary(…)",
    ],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});
