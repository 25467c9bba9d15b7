import { describe, expect, test } from '@jest/globals';
import { above, below } from '#alerts/rule/condition.js';
import { type Behaviour, holds } from '#alerts/scenario/behaviour.js';
import { incomplete } from '#alerts/scenario/incomplete.js';
import type { Reading } from '#alerts/scenario/reading.js';
import { sceneOf } from '#alerts/scenario/scene.js';
import { gauge } from '#promql/metric/declare.js';
import type { Condition } from '#alerts/rule/condition.js';
import { count, percent, ratio } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { crossing, positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';

const used = gauge('stall_seats_used', { help: 'Seats taken' });
const seats = gauge('stall_seats', { help: 'Seats there are' });

/** What is not exported, or 0, in the scenarios of an alert with this condition. */
const scenarios = <U extends Unit>(
  condition: Condition<never, U>,
  at: Reading<never>['at'],
  reading: Partial<Reading<never>> = {},
) => {
  const { signal, operator, limit } = condition;
  const { expr } = crossing(condition);
  const whole = { at, well: 0, when: (read: string) => `${read} is read`, labels: {}, ...reading };
  return incomplete(sceneOf(whole, { expr, condition: { signal: signal.expr, operator, limit }, for: '5m' }));
};
const names = (series: readonly Behaviour[]) => series.map(({ metric }) => metric.name);

const taken = divide(sum(value(used)), positive(sum(value(seats))));
const both = (share: number) => [holds(used, {}, share * 10), holds(seats, {}, 10)];

describe('of an alert on a share', () => {
  const found = scenarios(above(taken, ratio(0.9)), both);

  test('each of its metrics is left out once', () => {
    expect(found.slice(0, 2).map(({ when, series }) => [when, names(series)])).toEqual([
      ['100% is read, and stall_seats_used is not exported', ['stall_seats']],
      ['100% is read, and stall_seats is not exported', ['stall_seats_used']],
    ]);
  });
  test('what it divides by is 0 once', () => {
    const zero = found.find(({ when }) => when === 'stall_seats is 0');
    expect(zero?.series.map(({ course }) => course.type === 'gauge' && course.value)).toEqual([
      { was: 0, becomes: 10 },
      0,
    ]);
  });
  test('all of it is left out at last', () => {
    expect(found.at(-1)).toEqual({ when: 'nothing is exported', series: [] });
  });
});

describe('of an alert on one metric', () => {
  test('only all of it is left out', () => {
    const found = scenarios(above(sum(value(used)), count(10)), (taken) => [holds(used, {}, taken)]);
    expect(found.map(({ when }) => when)).toEqual(['nothing is exported']);
  });
});

describe('where something else stands in for what is missing', () => {
  test('no metric is left out alone', () => {
    const found = scenarios(above(orZero(taken), percent(90)), both);
    expect(found.filter(({ when }) => when.includes('is not exported'))).toEqual([]);
  });
  test('nothing is left out where the alert fires then', () => {
    const gone = { reads: 0, when: 'it is gone' };
    expect(scenarios(below(orZero(taken), percent(90)), both, { gone })).toEqual([]);
  });
});
