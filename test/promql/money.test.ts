import { describe, expect, test } from '@jest/globals';
import { counter } from '#promql/metric/declare.js';
import { humanize, humanizeTemplate, templated } from '#promql/unit/humanize.js';
import { limit } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { add, divide } from '#promql/vector/arithmetic.js';
import { increase, rate } from '#promql/vector/select.js';

const amount = counter('shop_order_amount_total', { help: 'What was paid.', unit: 'won' });
const orders = counter('shop_orders_total', { help: 'Orders taken.' });
const [earned, taken] = [sum(increase(amount, '1h')), sum(increase(orders, '1h'))];

describe('money', () => {
  test.each([
    ['earned', earned, 'won'],
    ['by what was earned before', divide(earned, sum(increase(amount.offset('1d'), '1h'))), 'ratio'],
    ['by order', divide(earned, taken), 'won'],
  ])('%s is counted in its unit', (_, { unit }, expected) => {
    expect(unit).toBe(expected);
  });

  test('is written with the sign of its currency', () => {
    const much = limit(12_500, 'won');
    expect([humanize(much), templated(much), humanizeTemplate('won')]).toEqual([
      '₩12500',
      '₩12.5k',
      '₩{{ $value | humanize }}',
    ]);
  });
});

// @ts-expect-error money and orders added up
const neither = () => add(earned, taken);
// @ts-expect-error money per second, which nobody asks for: an increase says when
const perSecond = () => rate(amount, '5m');
void [neither, perSecond];
