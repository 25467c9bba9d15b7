import { describe, expect, test } from '@jest/globals';
import { chosenValues } from '#promql/expr/values.js';
import { gauge } from '#promql/metric/declare.js';
import type { Gauge } from '#promql/metric/metric.js';
import { sum } from '#promql/vector/aggregate.js';
import { labelReplace } from '#promql/vector/label-replace.js';
import { or } from '#promql/vector/set.js';
import { value } from '#promql/vector/select.js';

const open = gauge('stall_open', { help: 'Whether a stall is open', labels: ['stall'] });
const paid = gauge('stall_paid', {
  help: 'Whether a stall has paid',
  labels: ['stall'],
  values: { stall: ['fruit', 'bread'] },
});
const perStall = (metric: Gauge<'stall'>) => sum(value(metric), { by: ['stall'] });

describe('an expression chooses between', () => {
  test.each([
    [
      'the values that its matcher names',
      perStall(open.where({ stall: ['fruit', 'bread'] })),
      ['fruit', 'bread'],
    ],
    ['one value', perStall(open.where({ stall: 'fruit' })), ['fruit']],
    [
      'the values of all of its matchers',
      or(perStall(open.where({ stall: 'fruit' })), perStall(open.where({ stall: ['bread', 'fruit'] }))),
      ['fruit', 'bread'],
    ],
    ['the values that its metric declares', perStall(paid), ['fruit', 'bread']],
    ['whatever there is, where it names none', perStall(open), undefined],
    ['whatever a pattern matches', perStall(open.where({ stall: /fr.+/ })), undefined],
    [
      'whatever one side of it leaves open',
      or(perStall(open.where({ stall: 'fruit' })), perStall(open)),
      undefined,
    ],
    [
      'what it names and what it makes',
      or(
        perStall(open.where({ stall: 'fruit' })),
        labelReplace(perStall(open.where({ stall: 'bread' })), {
          to: 'stall',
          from: 'stall',
          pattern: /.+/,
          replacement: 'cheese',
        }),
      ),
      ['fruit', 'bread', 'cheese'],
    ],
    [
      'whatever it makes up',
      labelReplace(perStall(open.where({ stall: 'fruit' })), {
        to: 'stall',
        from: 'stall',
        pattern: /(.).+/,
        replacement: '$1',
      }),
      undefined,
    ],
  ])('%s', (_, { expr }, values) => {
    expect(chosenValues(expr, 'stall')).toEqual(values);
  });
});
