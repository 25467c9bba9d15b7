import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { inline } from '#promql/expr/inline.js';
import { number } from '#promql/expr/ast.js';
import { heldAgainst, humanize, humanizeTemplate, templated, valueTemplate } from '#promql/unit/humanize.js';
import {
  type Limit,
  bytes,
  count,
  gibibytes,
  limit,
  mebibytes,
  no,
  perSecond,
  percent,
  ratio,
  seconds,
  yes,
} from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { testRules } from './promtool.js';

describe('A limit is written as a person writes it', () => {
  test.each<[Limit, string]>([
    [percent(5), '5%'],
    [percent(99.9), '99.9%'],
    [ratio(0.0005), '0.05%'],
    [seconds(5), '5s'],
    [seconds(0.25), '250ms'],
    [seconds('2h'), '2h'],
    [seconds('90s'), '1m 30s'],
    [limit(-90, 'seconds'), '-1m 30s'],
    [seconds(0), '0s'],
    [bytes(512), '512B'],
    [bytes(1536), '1.5KiB'],
    [mebibytes(200), '200MiB'],
    [gibibytes(1), '1GiB'],
    [perSecond(10), '10/s'],
    [perSecond(0.05), '0.05/s'],
    [count(1500), '1500'],
    [yes, '1'],
    [no, '0'],
    [limit(0, 'timestamp'), '1970-01-01T00:00:00.000Z'],
    [limit(5_000, 'won'), '₩5000'],
    [{ value: Infinity, unit: 'seconds' }, '∞'],
    [{ value: -Infinity, unit: 'timestamp' }, '-∞'],
    [{ value: Infinity, unit: 'bytes' }, '∞'],
  ])('%j is %s', (given, written) => {
    expect(humanize(given)).toBe(written);
  });
});

describe('A limit is refused', () => {
  test.each<[string, () => unknown, string]>([
    ['of NaN', () => count(NaN), 'a limit of NaN count: nothing compares with NaN; write a number'],
    [
      'without an end (mistake 73)',
      () => count(Infinity),
      'a limit of Infinity count: no value crosses it; write a finite number',
    ],
    ['without an end below', () => bytes(-Infinity), 'a limit of -Infinity bytes: no value crosses it'],
    [
      'of a negative length of time',
      () => seconds(Math.min(-5)),
      'seconds(-5): a length of time is not negative; write it without the minus, and compare abs(…) where a signal may be',
    ],
  ])('%s', (_, make, why) => {
    expect(make).toThrow(why);
  });
});

test('A percentage is an exact ratio', () => {
  expect([percent(5).value, percent(0.7).value, percent(99.99).value]).toEqual([0.05, 0.007, 0.9999]);
});

const units: readonly Unit[] = [
  'ratio',
  'seconds',
  'coreSeconds',
  'bytes',
  'bytesPerSecond',
  'perSecond',
  'count',
  'cores',
  'boolean',
  'won',
];
/** Values at which the way to write changes. */
const edges = [
  0,
  -0,
  1,
  -1,
  0.999,
  0.001,
  1000,
  999.99,
  1023,
  1024,
  59.9,
  60,
  61,
  3_599,
  3_600,
  86_399,
  86_400,
  1e-9,
  12_345_678,
  Infinity,
  -Infinity,
  NaN,
];
const value = fc.oneof(
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }).filter((each) => Math.abs(each) > 1e-20),
);
// Go rounds a tie to the even digit.
const isTie = (each: number): boolean => /^\d\.\d{3}50*e/.test(Math.abs(each).toExponential(30));

test('Real promtool shows values in alerts as they are foretold', async () => {
  const moments = fc
    .double({ min: 0, max: 4e9, noNaN: true })
    .map((each) => limit(Math.round(each * 1000) / 1000, 'timestamp'));
  const amounts = fc
    .tuple(value, fc.constantFrom(...units))
    .filter(([each]) => !isTie(each))
    .map(([each, unit]): Limit => ({ value: each, unit }));
  const limits = [
    ...units.flatMap((unit) => edges.map((each): Limit => ({ value: each, unit }))),
    ...fc.sample(fc.oneof({ arbitrary: amounts, weight: 9 }, { arbitrary: moments, weight: 1 }), 200),
  ];
  const said = await testRules(
    limits.map(({ value: each, unit }, i) => ({
      alert: `Value${i}`,
      expr: `vector(${inline(number(each))})`,
      annotations: { value: humanizeTemplate(unit) },
    })),
    [
      {
        interval: '1m',
        alert_rule_test: limits.map((each, i) => ({
          eval_time: '0m',
          alertname: `Value${i}`,
          exp_alerts: [{ exp_annotations: { value: templated(each) } }],
        })),
      },
    ],
  );
  expect(said).toBe('');
});

describe('beside a limit of a thousand and more', () => {
  test.each([
    [count(1000), count(1002), '1002'],
    [perSecond(1000), perSecond(1002.4), '1002/s'],
    [count(999), count(1002), '1.002k'],
  ])('%j: %j reads %s', (limit, value, shown) => {
    expect(heldAgainst(limit, value)).toBe(shown);
  });

  test('a value is told in whole numbers, which need not be reckoned', () => {
    expect([valueTemplate(count(1000)), valueTemplate(count(999))]).toEqual([
      '{{ $value | printf "%.0f" }}',
      '{{ $value | humanize }}',
    ]);
  });
});
