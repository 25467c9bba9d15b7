import { describe, expect, test } from '@jest/globals';
import { type UnitOperator, unitOfOperation } from '#promql/unit/arithmetic.js';
import { type Unit, type UnitOfName, unitOfName } from '#promql/unit/unit.js';

const units = {
  http_requests_total: 'count',
  queue_depth: 'count',
  process_start_time_seconds: 'seconds',
  gc_pause_seconds_total: 'seconds',
  network_bytes_total: 'bytes',
  heap_bytes: 'bytes',
  cache_hit_ratio: 'ratio',
  last_success_timestamp_seconds: 'timestamp',
  last_success_timestamp: 'timestamp',
  seconds: 'count',
  bytes_total: 'count',
  seconds_since_start: 'count',
  last_timestamp_seconds_total: 'timestamp',
  errors_ratio_total: 'ratio',
  odd_bytes_total_total: 'bytes',
} as const;
/** Compiles only as long as the compiler works the same units out of the names. */
const named: { readonly [N in keyof typeof units]: UnitOfName<N> } = units;

describe('The unit of a name is the same to the compiler and at run time', () => {
  test.each(Object.entries(named))('%s: %s', (name, unit) => {
    expect(unitOfName(name)).toBe(unit);
  });
});

/** What a unit is made of: powers of seconds, bytes, cores and won. Counts, ratios and booleans are plain numbers. */
const dimensions: Readonly<Record<Exclude<Unit, 'timestamp'>, readonly number[]>> = {
  count: [0, 0, 0, 0],
  ratio: [0, 0, 0, 0],
  boolean: [0, 0, 0, 0],
  seconds: [1, 0, 0, 0],
  perSecond: [-1, 0, 0, 0],
  bytes: [0, 1, 0, 0],
  bytesPerSecond: [-1, 1, 0, 0],
  cores: [0, 0, 1, 0],
  coreSeconds: [1, 0, 1, 0],
  won: [0, 0, 0, 1],
};
const made = Object.entries(dimensions).map(([unit, made]) => ({
  unit: unit as Exclude<Unit, 'timestamp'>,
  made,
}));

const defined = (operator: UnitOperator) =>
  made.flatMap((a) =>
    made.flatMap((b) => {
      const result = unitOfOperation(a.unit, operator, b.unit);
      return result === undefined || result === 'timestamp' ? [] : [{ a, b, result }];
    }),
  );

describe('Units are worked out as physics does', () => {
  test.each(defined('/'))('$a.unit / $b.unit is in $result', ({ a, b, result }) => {
    expect(dimensions[result]).toEqual(a.made.map((power, i) => power - (b.made[i] ?? 0)));
  });

  test.each(defined('*'))('$a.unit * $b.unit is in $result', ({ a, b, result }) => {
    expect(dimensions[result]).toEqual(a.made.map((power, i) => power + (b.made[i] ?? 0)));
  });

  test.each([...defined('+'), ...defined('-')])(
    '$a.unit + or - $b.unit is in $result',
    ({ a, b, result }) => {
      expect([a.made, b.made]).toEqual([dimensions[result], dimensions[result]]);
    },
  );

  test('products are the same from both sides', () => {
    for (const { a, b, result } of defined('*')) expect(unitOfOperation(b.unit, '*', a.unit)).toBe(result);
  });

  test('every unit divided by itself is a ratio', () => {
    for (const { unit } of made) expect(unitOfOperation(unit, '/', unit)).toBe('ratio');
  });

  test('every unit times 0 or 1 stays what it is', () => {
    for (const { unit } of made) expect(unitOfOperation(unit, '*', 'boolean')).toBe(unit);
  });
});

describe('Moments', () => {
  test.each([
    ['timestamp', '-', 'timestamp', 'seconds'],
    ['timestamp', '-', 'seconds', 'timestamp'],
    ['timestamp', '+', 'seconds', 'timestamp'],
    ['seconds', '+', 'timestamp', 'timestamp'],
    ['timestamp', '+', 'timestamp', undefined],
    ['seconds', '-', 'timestamp', undefined],
    ['seconds', '/', 'timestamp', undefined],
    ['timestamp', '*', 'count', undefined],
  ] as const)('%s %s %s is in %s', (a, operator, b, result) => {
    expect(unitOfOperation(a, operator, b)).toBe(result);
  });
});

test('What compares or filters keeps the unit of both sides', () => {
  expect([unitOfOperation('bytes', '>', 'bytes'), unitOfOperation('bytes', 'and', 'seconds')]).toEqual([
    'bytes',
    undefined,
  ]);
});
