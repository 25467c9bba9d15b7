import { describe, expect, test } from '@jest/globals';
import { span, spoken } from '#browser/rehearsal/span.js';

describe('a length of time', () => {
  test.each([
    [0, '0 s', '0초'],
    [4.23, '4.2 s', '4.2초'],
    [59.7, '1 min', '1분'],
    [90, '1 min 30 s', '1분 30초'],
    [7200, '2 h', '2시간'],
    [93_600, '1 d 2 h', '1일 2시간'],
  ])('of %f seconds is said in two units at most', (seconds, english, korean) => {
    expect([span(seconds, 'en'), span(seconds, 'ko')]).toEqual([english, korean]);
  });

  test('of Prometheus is said in words', () => {
    expect(spoken('1h30m', 'ko')).toBe('1시간 30분');
  });

  test('that is none of Prometheus stays as it is', () => {
    expect(spoken('soon', 'en')).toBe('soon');
  });
});
