import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { readsOnFor, steadied } from '#promql/expr/steadied.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { gauge } from '#promql/metric/declare.js';
import { type AnyMetric, bareMetric } from '#promql/metric/metric.js';

/** A gauge of which each process has one series, and one whose series come and go: a state in which nobody is has none. */
const metrics: readonly AnyMetric[] = [
  gauge('memory', { help: 'Memory' }),
  gauge('connections', { help: 'Connections', labels: ['state'] }),
  ...Object.values<AnyMetric>(scrapeMetrics),
];
const lookup = (name: string) => metrics.find(({ info }) => info.name === name)?.info ?? bareMetric(name);
const read = (promql: string): string => inline(steadied(parse(promql, lookup), '2m'));

describe('what is read without a window is read on over missed scrapes (mistake 32)', () => {
  test.each([
    ['a series', 'memory > 5', 'last_over_time(memory[2m]) > 5'],
    ['each of two', 'memory / memory_limit', 'last_over_time(memory[2m]) / last_over_time(memory_limit[2m])'],
    [
      'one of another time',
      'memory - memory offset 1h',
      'last_over_time(memory[2m]) - last_over_time(memory[2m] offset 1h)',
    ],
    ['what is negated', '-memory', '-last_over_time(memory[2m])'],
    ['what a function takes', 'clamp_min(memory, 1)', 'clamp_min(last_over_time(memory[2m]), 1)'],
    [
      'what is added up of processes, each of which has one series',
      'sum by (job) (memory)',
      'sum by (job) (last_over_time(memory[2m]))',
    ],
    [
      'what is asked every minute',
      'max_over_time(memory[1h:1m])',
      'max_over_time(last_over_time(memory[2m])[1h:1m])',
    ],
  ])('%s', (_, given, steady) => {
    expect(read(given)).toBe(steady);
  });
});

describe('a sum of series that come and go', () => {
  test.each([
    ['is read on as a sum', 'sum(connections)', 'last_over_time(sum(connections)[2m:15s])'],
    ['is so a count', 'count by (job) (connections)', 'last_over_time(count by (job) (connections)[2m:15s])'],
    [
      'is so without other labels',
      'sum without (state) (connections)',
      'last_over_time(sum without (state) (connections)[2m:15s])',
    ],
    [
      'is not, where each is kept',
      'sum by (state) (connections)',
      'sum by (state) (last_over_time(connections[2m]))',
    ],
    ['is not, where none is added', 'max(connections)', 'max(last_over_time(connections[2m]))'],
  ])('%s', (_, given, steady) => {
    expect(read(given)).toBe(steady);
  });
});

describe('as it was written stays', () => {
  test.each([
    'rate(requests_total[5m]) > 1',
    'up == 0',
    'sum(up)',
    'scrape_duration_seconds > 9',
    'timestamp(memory)',
  ])('%s', (promql) => {
    expect(read(promql)).toBe(promql);
  });
});

test('what is absent has been absent as long', () => {
  expect(read('absent(memory{job="shop"})')).toBe('absent_over_time(memory{job="shop"}[2m])');
});

test.each([
  ['5s', '2m'],
  ['30s', '2m'],
  ['1m', '4m'],
  ['5m', '20m'],
] as const)('of what is scraped every %s one looks back %s', (every, back) => {
  expect(readsOnFor(every)).toBe(back);
});
