import { describe, expect, test } from '@jest/globals';
import { grows, holds } from '#alerts/scenario/behaviour.js';
import { becoming } from '#alerts/scenario/course.js';
import { byFitsAndStarts } from '#alerts/scenario/uneven.js';
import { counter, gauge } from '#promql/metric/declare.js';

const served = counter('stall_served_total', { help: 'Guests served', labels: ['dish'] });
const waiting = gauge('stall_waiting', { help: 'Guests who wait', labels: ['queue'] });

describe('series that become faulty', () => {
  test('go from one level to the other', () => {
    expect(becoming([holds(waiting, {}, 1)], [holds(waiting, {}, 9)])).toEqual([
      holds(waiting, {}, { was: 1, becomes: 9 }),
    ]);
  });
  test('stay where they are where both are alike', () => {
    expect(becoming([grows(served, {}, 1)], [grows(served, {}, 1)])).toEqual([grows(served, {}, 1)]);
  });
  test('are gone where they are not among the faulty', () => {
    expect(becoming([holds(waiting, {}, 1)], [])).toEqual([
      holds(waiting, {}, { was: 1, becomes: 'missing' }),
    ]);
  });
  test('come where they are among the faulty alone', () => {
    expect(becoming([], [grows(served, {}, 1)])).toEqual([grows(served, {}, { was: 'missing', becomes: 1 })]);
  });
  test('are one whatever the order of their labels', () => {
    const both = counter('stall_paid_total', { help: 'Paid', labels: ['dish', 'by'] });
    const [one, other] = [grows(both, { dish: 'a', by: 'b' }, 1), grows(both, { by: 'b', dish: 'a' }, 2)];
    expect(becoming([one], [other])).toHaveLength(1);
  });
  test('are two where a label differs', () => {
    const [one, other] = [grows(served, { dish: 'a' }, 1), grows(served, { dish: 'b' }, 1)];
    expect(becoming([one], [other])).toHaveLength(2);
  });
});

describe('by fits and starts', () => {
  test('counters grow', () => {
    const [series] = byFitsAndStarts([grows(served, {}, 1)]);
    expect(series?.course).toMatchObject({ type: 'counter', uneven: true });
  });
  test('none grows beside a gauge, which would not follow', () => {
    const both = [grows(served, {}, 1), holds(waiting, {}, 1)];
    expect(byFitsAndStarts(both)).toEqual(both);
  });
});
