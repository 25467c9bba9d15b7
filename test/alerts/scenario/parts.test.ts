import { describe, expect, test } from '@jest/globals';
import { type Behaviour, grows, holds } from '#alerts/scenario/behaviour.js';
import { observes } from '#alerts/scenario/histogram.js';
import { inParts } from '#alerts/scenario/parts.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { max, min, sum } from '#promql/vector/aggregate.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rate, value } from '#promql/vector/select.js';

const waiting = gauge('stall_waiting', { help: 'Guests who wait', labels: ['queue', 'table'] });
const open = gauge('stall_open', { help: 'Whether it is open', labels: ['door'], unit: 'boolean' });
const served = counter('stall_served_total', { help: 'Guests served', labels: ['dish'] });
const duration = histogram('stall_duration_seconds', { help: 'Time', labels: ['dish'], buckets: [1, 2] });

/** Which series there are, and their levels. */
const told = (series: readonly Behaviour[]) =>
  series.map(({ labels, course }) => [
    Object.values(labels).join(),
    course.type === 'counter' ? course.perSecond : course.type === 'gauge' ? course.value : course.becomes,
  ]);

describe('a series comes in two parts', () => {
  test('that are added up', () => {
    expect(told(inParts([holds(waiting, {}, 10)], [sum(value(waiting)).expr]))).toEqual([
      ['a', 3],
      ['b', 7],
    ]);
  });
  test('of which the greater counts', () => {
    expect(told(inParts([holds(waiting, {}, 10)], [max(value(waiting)).expr]))).toEqual([
      ['a', 10],
      ['b', 5],
    ]);
  });
  test('of which the greater counts, and neither is less than nothing', () => {
    const dishes = [grows(served, {}, { was: 0, becomes: 4 })];
    expect(told(inParts(dishes, [max(rate(served, '5m')).expr]))).toEqual([
      ['a', { was: 0, becomes: 4 }],
      ['b', { was: 0, becomes: 2 }],
    ]);
  });
  test('of which the lesser counts', () => {
    expect(told(inParts([holds(waiting, {}, 10)], [min(value(waiting)).expr]))).toEqual([
      ['a', 10],
      ['b', 21],
    ]);
  });
  test('of which the other is well, where it is or is not', () => {
    expect(told(inParts([holds(open, {}, 0)], [min(value(open)).expr]))).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });
  test('that are whole where it is', () => {
    const parts = inParts([holds(waiting, {}, { was: 1, becomes: 5 })], [sum(value(waiting)).expr]);
    expect(told(parts)).toEqual([
      ['a', { was: 0, becomes: 1 }],
      ['b', { was: 1, becomes: 4 }],
    ]);
  });
  test('of which now the one is larger and now the other', () => {
    const own = [holds(waiting, { table: '1' }, 10), holds(waiting, { table: '2' }, 10)];
    const parts = inParts(own, [sum(value(waiting), { by: ['table'] }).expr]);
    expect(parts.map(({ labels }) => labels['instance'])).toEqual(['a', 'b', 'b', 'a']);
  });
  test('that differ by no label by which alerts are told apart', () => {
    const [part] = inParts([holds(waiting, {}, 10)], [sum(value(waiting), { by: ['instance'] }).expr]);
    expect(Object.keys(part?.labels ?? {})).toEqual(['pod']);
  });
  test('that differ by no label that the alert asks for', () => {
    const first = waiting.where({ instance: 'first' });
    const parts = inParts([holds(first, {}, 10)], [sum(value(first)).expr]);
    expect(parts.map(({ labels }) => labels)).toEqual([
      { instance: 'first', pod: 'a' },
      { instance: 'first', pod: 'b' },
    ]);
  });
});

describe('a series is whole', () => {
  test('where nothing puts it together with others', () => {
    const own = [grows(served, {}, 1)];
    expect(inParts(own, [rate(served, '5m').expr])).toEqual(own);
  });
  test('where the expression does not read it', () => {
    const own = [grows(served, {}, 1)];
    expect(inParts(own, [sum(value(waiting)).expr])).toEqual(own);
  });
  test('where it is read in two ways', () => {
    const own = [holds(waiting, {}, 10)];
    expect(inParts(own, [sum(value(waiting)).expr, max(value(waiting)).expr])).toEqual(own);
  });
});

test('the buckets of a histogram are parted alike', () => {
  const { expr } = histogramQuantile(0.5, duration, '5m');
  const buckets = observes(duration, {}, 10, 1).filter(({ labels }) => 'le' in labels);
  const shares = inParts(buckets, [expr]).map(({ labels, course }) => [
    labels['le'],
    Object.entries(labels).find(([label]) => label !== 'le')?.[1],
    course.type === 'counter' && course.perSecond,
  ]);
  expect(shares).toEqual(
    ['1', '2', '+Inf'].flatMap((le) => [
      [le, 'a', { was: 3, becomes: 3 }],
      [le, 'b', { was: 7, becomes: 7 }],
    ]),
  );
});
