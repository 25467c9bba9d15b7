import { describe, expect, test } from '@jest/globals';
import { type Duration, duration, inSeconds } from '#ground/duration.js';

describe('Seconds in', () => {
  test.each<[Duration, number]>([
    ['250ms', 0.25],
    ['90s', 90],
    ['5m', 300],
    ['2h', 7_200],
    ['1d', 86_400],
    ['4w', 2_419_200],
  ])('%s', (written, seconds) => {
    expect(inSeconds(written)).toBe(seconds);
  });
});

describe('What the type of a duration lets through is refused', () => {
  test.each<Duration>(['1.5h', '-5m', '1e3s', '0x5m'])('%s', (written) => {
    expect(() => inSeconds(written)).toThrow(
      `duration '${written}': write a whole number and one of ms, s, m, h, d, w, e.g. '90s' for '1.5m'`,
    );
  });
});

describe('The shortest way to write', () => {
  test.each<[number, Duration]>([
    [300, '5m'],
    [90, '90s'],
    [86_400, '1d'],
    [604_800, '1w'],
    [0, '0s'],
    [0.25, '250ms'],
    [90.5, '90500ms'],
  ])('%d seconds', (seconds, written) => {
    expect(duration(seconds)).toBe(written);
  });
});
