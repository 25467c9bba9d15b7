import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { contributions } from '#delivery/values/contributions.js';
import { helmValues } from '#delivery/values/values.js';
import { usualChart, versionsOfChart } from '#platform/chart.js';
import { samples } from '../samples.js';
import { unknownTo, writtenOf } from './keys.js';

interface Recorded {
  readonly chart: string;
  readonly runs: unknown;
  readonly keys: readonly string[];
}

const recorded: Recorded = JSON.parse(readFileSync('test/platform/chart/keys.json', 'utf8'));
const keys = new Set(recorded.keys);

describe('what is written for the chart', () => {
  test.each(Object.entries(samples))('are keys that it has: %s', (_, sample) => {
    expect(unknownTo(keys, helmValues(sample))).toEqual([]);
  });

  test('is all that is recorded of it', () => {
    expect(writtenOf(keys, Object.values(samples).map(helmValues))).toEqual(keys);
  });

  test('is recorded of the chart that a platform has which names none', () => {
    expect(recorded.chart).toBe(usualChart);
  });

  test('is recorded with what that chart runs', () => {
    expect(recorded.runs).toEqual(versionsOfChart(recorded.chart));
  });

  test('is said by some sample of each contribution', () => {
    const silent = contributions.filter((contribution) =>
      Object.values(samples).every((sample) => Object.keys(contribution(sample)).length === 0),
    );
    expect(silent).toEqual([]);
  });
});

describe('a key that the chart does not have', () => {
  test('is told with its place', () => {
    expect(unknownTo(keys, { prometheus: { prometheusSpec: { retentionTime: '7d' } } })).toEqual([
      'prometheus.prometheusSpec.retentionTime',
    ]);
  });

  test('is none below one that takes whatever there is', () => {
    expect(unknownTo(keys, { prometheus: { prometheusSpec: { externalLabels: { any: 'x' } } } })).toEqual([]);
  });
});
