import { describe, expect, test } from '@jest/globals';
import { now, traffic } from '#preview/data/clock.js';
import { medianFor, shareWithin } from '#preview/data/latency.js';
import { noise, seedOf } from '#preview/data/noise.js';
import { timesOf } from '#preview/data/sampled.js';

const hour = 3600;

describe('The time of a preview', () => {
  test('now is a Wednesday afternoon in Seoul', () => {
    const inSeoul = new Intl.DateTimeFormat('en', {
      ...{ weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false },
      timeZone: 'Asia/Seoul',
    });
    expect(inSeoul.format(now * 1000)).toBe('Wednesday 14:30');
  });

  test('at night there is a third of the traffic of noon, or less', () => {
    const noon = now - 2 * hour;
    expect(traffic(noon - 8.5 * hour)).toBeLessThan(traffic(noon) / 3);
  });

  test('on a Sunday there is less than on a Wednesday', () => {
    expect(traffic(now - 3 * 24 * hour)).toBeLessThan(traffic(now));
  });
});

describe('Durations', () => {
  test('half of them are below their median', () => {
    expect(shareWithin(0.2, 0.2)).toBeCloseTo(0.5, 6);
  });

  test('the median is found at which so many lie beyond an edge', () => {
    expect(1 - shareWithin(2.5, medianFor(2.5, 0.08))).toBeCloseTo(0.08, 4);
  });
});

describe('Noise', () => {
  test('is the same for the same seed and time', () => {
    expect(noise(seedOf('a'), 1234)).toBe(noise(seedOf('a'), 1234));
  });

  test('is another for another seed', () => {
    expect(noise(seedOf('a'), 1234)).not.toBe(noise(seedOf('b'), 1234));
  });

  test('stays between -1 and 1', () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.abs(noise(seedOf('a'), i * 7)));
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
  });
});

describe('The times of samples', () => {
  const steps = (times: readonly number[]): readonly number[] => [
    ...new Set(times.slice(1).map((at, i) => at - (times[i] ?? 0))),
  ];

  test('what panels of six hours show is there as often as it is scraped, up to now', () => {
    const times = timesOf({ every: 30 }, { shown: 7 * hour, recorded: 0 });
    expect([steps(times), times.at(-1)]).toEqual([[30], now]);
  });

  test('of a day it is a minute apart before that', () => {
    const times = timesOf({ every: 30 }, { shown: 25 * hour, recorded: 0 });
    expect(steps(times)).toEqual([60, 30]);
  });

  test('of what records read of a month two samples are in each five minutes', () => {
    const times = timesOf({ every: 30 }, { shown: 0, recorded: 30 * 24 * hour });
    expect(Math.max(...steps(times))).toBe(150);
  });

  test('what nobody asks for is there seldom', () => {
    expect(steps(timesOf({ every: 30 }, undefined))).toEqual([240]);
  });
});
