import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { readsTime, withClock } from '#proof/mutate/clock.js';

const read = (text: string) => parse(text, bareMetric);

describe('a clock that is fast', () => {
  test('tells another hour', () => {
    expect(inline(withClock(read('up and on () hour() >= 9'), 3_600))).toBe(
      'up and on () hour(vector(time() + 3600)) >= 9',
    );
  });
  test('leaves an expression as it is that asks for no hour', () => {
    expect(inline(withClock(read('sum(up) > 3'), 3_600))).toBe('sum(up) > 3');
  });
  test.each(['time() - started > 5', 'timestamp(up)', 'hour(started)'])('cannot be told to %s', (text) => {
    expect(readsTime(read(text))).toBe(true);
  });
  test('can be told to what only asks for the day', () => {
    expect(readsTime(read('day_of_week() > 5'))).toBe(false);
  });
});
