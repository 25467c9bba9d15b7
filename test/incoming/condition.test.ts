import { describe, expect, test } from '@jest/globals';
import { parted } from '#incoming/alert/condition.js';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { bareMetric } from '#promql/metric/metric.js';

const parts = (text: string) => {
  const { signal, compared, given, except } = parted(parse(text, bareMetric));
  return [
    print(signal),
    compared && `${compared.operator} ${compared.limit}`,
    given.map(({ expr }) => print(expr)),
    except.map(({ expr }) => print(expr)),
  ];
};

describe('an expression is taken apart', () => {
  test.each([
    ['a > 5', ['a', '> 5', [], []]],
    ['a > 5 and b and on (x) c', ['a', '> 5', ['b', 'c'], []]],
    ['a > 5 and b unless c', ['a', '> 5', ['b'], ['c']]],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});

describe('what has no limit at its right tells by being there', () => {
  test.each(['5 < a', 'a > b', 'a > bool 5', 'absent(a)', 'a or b'])('%s', (text) => {
    expect(parts(text)).toEqual([text, undefined, [], []]);
  });
});

test('what is given after what is excepted stays where it is', () => {
  expect(parts('a unless b and c')).toEqual(['a unless b', undefined, ['c'], []]);
});
