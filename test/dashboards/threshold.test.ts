import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import { type Limit, count, no, percent, yes } from '#promql/unit/limit.js';
import { type Line, type LimitColor, lineFaults, steps } from '#dashboards/threshold.js';

const line = (color: LimitColor, operator: ComparisonOperator, limit: Limit): Line => ({
  color,
  operator,
  limit,
});
const drawn = (...lines: readonly Line[]) => steps(lines, 'green').map(({ value, color }) => [value, color]);

describe('a limit is drawn', () => {
  test('from itself upwards when more is worse', () => {
    expect(drawn(line('red', '>', percent(5)))).toEqual([
      [null, 'green'],
      [0.05, 'red'],
    ]);
  });

  test('up to itself when less is worse', () => {
    expect(drawn(line('red', '<', count(3)))).toEqual([
      [null, 'red'],
      [3, 'green'],
    ]);
  });

  test('beside a milder one', () => {
    expect(drawn(line('red', '>', percent(85)), line('yellow', '>', percent(70)))).toEqual([
      [null, 'green'],
      [0.7, 'yellow'],
      [0.85, 'red'],
    ]);
  });

  test('on both sides of what is good', () => {
    expect(drawn(line('yellow', '<', count(2)), line('red', '>=', count(9)))).toEqual([
      [null, 'yellow'],
      [2, 'green'],
      [9, 'red'],
    ]);
  });

  test('in red where a yellow one holds too', () => {
    expect(drawn(line('yellow', '>', count(5)), line('red', '>', count(5)))).toEqual([
      [null, 'green'],
      [5, 'red'],
    ]);
  });

  test.each<[string, readonly Line[], unknown]>([
    [
      'upwards',
      [line('yellow', '>', count(5)), line('yellow', '>', count(9))],
      [
        [null, 'green'],
        [5, 'yellow'],
        [9, 'yellow'],
      ],
    ],
    [
      'downwards',
      [line('yellow', '<', count(5)), line('yellow', '<', count(9))],
      [
        [null, 'yellow'],
        [5, 'yellow'],
        [9, 'green'],
      ],
    ],
  ])('beside another one of its colour: %s', (_, lines, expected) => {
    expect(drawn(...lines)).toEqual(expected);
  });

  test('once where another graver one begins', () => {
    expect(drawn(line('yellow', '>', count(5)), line('red', '>', count(3)))).toEqual([
      [null, 'green'],
      [3, 'red'],
    ]);
  });

  test('so that none is not some', () => {
    expect(drawn(line('red', '>', count(0)))).toEqual([
      [null, 'green'],
      [1e-9, 'red'],
    ]);
  });

  test('so that nothing is nothing', () => {
    expect(drawn(line('red', '==', count(0)))).toEqual([
      [null, 'red'],
      [1e-9, 'green'],
    ]);
  });

  test.each([
    [
      '== no',
      line('red', '==', no),
      [
        [null, 'red'],
        [1e-9, 'green'],
      ],
    ],
    [
      '!= yes',
      line('red', '!=', yes),
      [
        [null, 'red'],
        [1, 'green'],
      ],
    ],
    [
      '== yes',
      line('red', '==', yes),
      [
        [null, 'green'],
        [1, 'red'],
      ],
    ],
    [
      '!= no',
      line('red', '!=', no),
      [
        [null, 'green'],
        [1e-9, 'red'],
      ],
    ],
  ])('for what is true or false: %s', (_, each, expected) => {
    expect(drawn(each)).toEqual(expected);
  });

  test('never at a single value, and it says what to write instead', () => {
    expect(lineFaults([line('red', '==', count(5))])).toEqual([
      {
        where: '',
        what: '== 5',
        code: 'limit-is-no-line',
        why: "'== 5' is a point and no line, so it cannot be drawn",
        cure: 'compare with >, >=, < or <=',
      },
    ]);
  });
});

const holds = (operator: string, value: number, limit: number): boolean =>
  operator === '>'
    ? value > limit
    : operator === '>='
      ? value >= limit
      : operator === '<'
        ? value < limit
        : value <= limit;

const anyLine = fc.record({
  color: fc.constantFrom('yellow', 'red'),
  operator: fc.constantFrom('>', '>=', '<', '<='),
  limit: fc.integer({ min: -50, max: 50 }).map(count),
});

describe('the steps of any limits', () => {
  const colorAt = (lines: readonly Line[], value: number) =>
    steps(lines, 'green').findLast((step) => step.value === null || step.value <= value)?.color;

  test('show a value in the colour of the worst limit that it crosses', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), fc.integer({ min: -51, max: 51 }), (lines, whole) => {
        const value = whole + 0.5;
        const crossed = lines
          .filter(({ operator, limit }) => holds(operator, value, limit.value))
          .map(({ color }) => color);
        const worst = crossed.includes('red') ? 'red' : (crossed[0] ?? 'green');
        expect(colorAt(lines, value)).toBe(worst);
      }),
    );
  });

  test('ascend and begin below everything', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), (lines) => {
        const [first, ...rest] = steps(lines, 'green').map(({ value }) => value);
        expect([first, ...rest]).toEqual([null, ...[...rest].sort((a, b) => Number(a) - Number(b))]);
      }),
    );
  });
});

describe('a yellow limit is refused', () => {
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'over a red one, where it is never seen (mistake 74)',
      [line('yellow', '>', percent(50)), line('red', '>', percent(5))],
      ["yellow at '> 50%' is never seen, for red begins at '> 5%'; let yellow begin before red"],
    ],
    [
      'under a red one where less is worse',
      [line('red', '<', count(9)), line('yellow', '<=', count(3))],
      ["yellow at '<= 3' is never seen, for red begins at '< 9'; let yellow begin before red"],
    ],
  ])('%s', (_, lines, faults) => {
    expect(lineFaults(lines).map(({ why, cure }) => `${why}; ${cure}`)).toEqual(faults);
  });
});

describe('a yellow limit is drawn', () => {
  test.each<[string, readonly Line[]]>([
    ['before a red one', [line('yellow', '>', percent(5)), line('red', '>', percent(50))]],
    ['where a red one begins too', [line('yellow', '>', count(5)), line('red', '>', count(5))]],
    ['on the other side', [line('yellow', '<', count(2)), line('red', '>', count(9))]],
  ])('%s', (_, lines) => {
    expect(lineFaults(lines)).toEqual([]);
  });
});
