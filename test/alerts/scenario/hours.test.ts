import { describe, expect, test } from '@jest/globals';
import { above } from '#alerts/rule/condition.js';
import { type Hours, hours } from '#alerts/rule/hours.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { throughTheWeek } from '#alerts/scenario/hours.js';
import { type Watched, sceneOf } from '#alerts/scenario/scene.js';
import { count } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { waiting } from '../rule/stall.js';

const { signal, operator, limit } = above(sum(value(waiting)), count(10));
const open = hours({ days: ['monday', 'friday'], from: '09:00', to: '15:00', timeZone: 'Asia/Seoul' });
const hour = 3_600;

const week = (during: Hours | undefined, of: Partial<Watched> = {}) =>
  throughTheWeek(
    sceneOf(
      {
        at: (guests) => [holds(waiting, {}, guests)],
        well: 0,
        when: (guests) => `${guests} wait`,
        labels: {},
      },
      {
        expr: signal.expr,
        condition: { signal: signal.expr, operator, limit },
        for: '2m',
        ...(during && { during }),
        ...of,
      },
    ),
  );

describe('a fault of a whole week', () => {
  const [friday] = week(open);

  test('begins at the closing of the day that a test comes to first', () => {
    expect(friday?.begins).toEqual({ day: 'friday', at: '15:00', timeZone: 'Asia/Seoul' });
  });
  test('lasts for the week', () => {
    expect(friday?.lasts).toBe('1w');
  });
  test('fires in each of the hours once for is over, to their last minute', () => {
    // From Friday 15:00: Monday 09:00 is 66 hours later, Friday 09:00 is 162.
    expect(friday?.firesIn).toEqual([
      { from: 66 * hour + 120, to: 72 * hour },
      { from: 162 * hour + 120, to: 168 * hour },
    ]);
  });
  test('fires on beyond the hours where it keeps firing', () => {
    const [kept] = week(open, { keepFiringFor: '10m' });
    expect(kept?.firesIn?.[0]).toEqual({ from: 66 * hour + 120, to: 72 * hour + 600 });
  });
  test('fires in no hours that are shorter than for', () => {
    expect(week(open, { for: '6h' })).toEqual([]);
  });
  test('is evaluated each half hour, where the hours begin and end at one', () => {
    expect(friday?.evaluatedEvery).toBe('30m');
  });
  test('is evaluated as often as a beginning and an end of the hours need', () => {
    const [odd] = week(hours({ ...open, from: '09:10', to: '15:40' }));
    expect(odd?.evaluatedEvery).toBe('10m');
  });
  test('is evaluated as often as its group where the hours begin at any minute', () => {
    const [odd] = week(hours({ ...open, from: '09:01' }));
    expect(odd?.evaluatedEvery).toBeUndefined();
  });
  test('is evaluated several times in hours that are short', () => {
    const [short] = week(hours({ ...open, from: '09:00', to: '10:00' }));
    expect(short?.evaluatedEvery).toBe('10m');
  });
  test('is none of an alert that keeps no hours', () => {
    expect(week(undefined)).toEqual([]);
  });
});
