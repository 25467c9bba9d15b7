import { describe, expect, test } from '@jest/globals';
import { bargauge } from '#dashboards/panel/bargauge.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { above, below } from '#alerts/rule/condition.js';
import { percent } from '#promql/unit/limit.js';
import { alertOn, storeFill } from './fixture.js';

const description = 'How full each store is.';
const tooMany = (value: number) => alertOn('TooMany', 'critical', above(storeFill, percent(value)));
const tooFew = (value: number) => alertOn('TooFew', 'critical', below(storeFill, percent(value)));
const endsOf = ({ defaults: { min, max } }: ReturnType<typeof gauge>) => [min, max];
const dial = (...limits: readonly ReturnType<typeof tooMany>[]) =>
  endsOf(gauge('Fill', { description, signal: storeFill, limits }));

describe('a dial of shares', () => {
  test('without limits shows all, from nothing on', () => {
    expect(dial()).toEqual([0, 1]);
  });

  test('of which over 5% are too many ends at 7.5%, so that two thirds of it are well', () => {
    expect(dial(tooMany(5))).toEqual([0, 0.075]);
  });

  test('of which over 80% are too many ends at all', () => {
    expect(dial(tooMany(80))).toEqual([0, 1]);
  });

  test('of which under 70% are too few begins at 55%, so that two thirds of it are well', () => {
    expect(dial(tooFew(70))).toEqual([0.55, 1]);
  });

  test('of which under 10% are too few begins at nothing', () => {
    expect(dial(tooFew(10))).toEqual([0, 1]);
  });

  test('ends at the gravest of its limits, and as far beyond', () => {
    expect(dial(tooMany(2), tooMany(10))).toEqual([0, 0.15]);
  });

  test('ends where it is told to', () => {
    const limits = [tooMany(5)];
    expect(endsOf(gauge('Fill', { description, signal: storeFill, limits, max: percent(50) }))).toEqual([
      0, 0.5,
    ]);
  });
});

test('bars, whose lengths are compared, begin at nothing and end at all', () => {
  const limits = [tooFew(70)];
  expect(endsOf(bargauge('Fill', { description, signal: storeFill, limits }))).toEqual([0, 1]);
});
