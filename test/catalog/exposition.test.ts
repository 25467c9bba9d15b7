import { describe, expect, test } from '@jest/globals';
import { families } from '#catalog/exposition.js';

const read = (...lines: readonly string[]) => Object.fromEntries(families(`${lines.join('\n')}\n`));

test('a metric has its type, its help and the labels of its series', () => {
  expect(
    read(
      '# HELP a_total What it is',
      '# TYPE a_total counter',
      'a_total{x="1",y="2"} 3',
      'a_total{x="2"} 4.5e+06',
    ),
  ).toEqual({
    a_total: { type: 'counter', help: 'What it is', series: [{ x: '1', y: '2' }, { x: '2' }] },
  });
});

test('a series may have no labels', () => {
  expect(read('# TYPE up gauge', 'up 1')).toEqual({ up: { type: 'gauge', help: '', series: [{}] } });
});

test('a label may hold quotes, commas, braces and line breaks', () => {
  expect(read(String.raw`a{x="say \"no\", {y}",z="1\n\\2"} NaN`)['a']?.series).toEqual([
    { x: 'say "no", {y}', z: '1\n\\2' },
  ]);
});

test('a sample may have a timestamp', () => {
  expect(read('a 1 1395066363000')['a']?.series).toEqual([{}]);
});

test('buckets, sum and count belong to their histogram', () => {
  const { h } = read('# TYPE h histogram', 'h_bucket{le="+Inf"} 1', 'h_sum 1', 'h_count 1');
  expect(h?.series).toEqual([{ le: '+Inf' }, {}, {}]);
});

test('a gauge whose name ends in _count is a metric of its own', () => {
  expect(Object.keys(read('# TYPE locks_count gauge', 'locks_count 1'))).toEqual(['locks_count']);
});

test('other comments are passed over', () => {
  expect(read('# scraped at noon')).toEqual({});
});

describe('what is not of the format is refused', () => {
  test.each(['a{x="1"}', 'a{x=1} 1', 'a{x="1" 1', '1a 1'])('%s', (line) => {
    expect(() => families(line)).toThrow(line);
  });
});

test('OpenMetrics names a counter without `_total`, under which its series are stored', () => {
  expect(
    read(
      '# TYPE a counter',
      '# HELP a What it is',
      'a_total{x="1"} 3 1.5 # {trace="7"} 1',
      'a_created{x="1"} 1',
      '# EOF',
    ),
  ).toEqual({ a_total: { type: 'counter', help: 'What it is', series: [{ x: '1' }] } });
});
