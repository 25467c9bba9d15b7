import { describe, expect, test } from '@jest/globals';
import { evaluate } from '#derive/engine/evaluate.js';
import { Refused } from '#derive/engine/refused.js';
import { Unsupported } from '#derive/engine/unsupported.js';
import type { Scraped, Series, World } from '#derive/engine/world.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';

/** Series that are scraped each half minute, of what is found there one after another. */
const scraped = (
  name: string,
  labels: Readonly<Record<string, string>>,
  ...found: readonly Scraped[]
): Series => ({
  name,
  labels,
  at: (seconds) => found[seconds / 30],
});
const world = (...series: readonly Series[]): World => ({ series, interval: 30 });

/** What is read as Prometheus shows it. */
const shown = (promql: string, of: World, seconds: number): string => {
  const value = evaluate(parse(promql, bareMetric), of, seconds);
  if (typeof value !== 'object') return String(value);
  return value
    .map(
      ({ labels: { __name__: name = '', ...others }, value }) =>
        `${name}{${Object.entries(others)
          .map(([label, text]) => `${label}=${text}`)
          .join(' ')}} ${value}`,
    )
    .join(', ');
};

const steady = (value: number, count = 30): readonly number[] => Array.from({ length: count }, () => value);
const rising = (step: number, count = 30): readonly number[] =>
  Array.from({ length: count }, (_, i) => i * step);

describe('A sample that is not followed by another', () => {
  test('is read for five minutes', () => {
    expect(shown('seats', world(scraped('seats', {}, 7)), 299)).toBe('seats{} 7');
  });
  test('is not read after them', () => {
    expect(shown('seats', world(scraped('seats', {}, 7)), 300)).toBe('');
  });
  test('is read at their very end by releases before 3.0', () => {
    expect(shown('seats', { ...world(scraped('seats', {}, 7)), release: '2.42' }, 300)).toBe('seats{} 7');
  });
  test('is read no more where the series is told to have ended', () => {
    expect(shown('seats', world(scraped('seats', {}, 7, 'stale')), 30)).toBe('');
  });
  test('is not read again where nothing is found after the end', () => {
    expect(shown('seats', world(scraped('seats', {}, 7, 'stale', undefined)), 70)).toBe('');
  });
  test('is in a window all the same', () => {
    expect(shown('sum_over_time(seats[2m])', world(scraped('seats', {}, 7, 'stale', 8)), 60)).toBe('{} 15');
  });
});

describe('A window', () => {
  const counted = world(scraped('seats', {}, ...steady(1)));
  test('leaves out what lies at its very start', () => {
    expect(shown('count_over_time(seats[1m])', counted, 300)).toBe('{} 2');
  });
  test('holds it before Prometheus 3.0', () => {
    expect(shown('count_over_time(seats[1m])', { ...counted, release: '2.55' }, 300)).toBe('{} 3');
  });
  test('ends earlier by an offset', () => {
    expect(shown('sum_over_time(seats[1m] offset 5m)', world(scraped('seats', {}, ...rising(1))), 600)).toBe(
      '{} 19',
    );
  });
  test('stands at a fixed moment', () => {
    expect(shown('sum_over_time(seats[1m] @ 300)', world(scraped('seats', {}, ...rising(1))), 600)).toBe(
      '{} 19',
    );
  });
  test('of an expression has a value each minute where it says no step', () => {
    expect(shown('count_over_time((seats + 1)[5m:])', counted, 300)).toBe('{} 5');
  });
  test('of an expression has one at each evaluation of the world', () => {
    expect(shown('count_over_time((seats + 1)[5m:])', { ...counted, step: 15 }, 300)).toBe('{} 20');
  });
});

describe('A rate', () => {
  const counter = world(scraped('sold_total', {}, ...rising(30)));
  test('is stretched to the borders of its window', () => {
    expect(shown('increase(sold_total[5m])', counter, 600)).toBe('{} 300');
  });
  test('counts on over a restart', () => {
    expect(shown('increase(sold_total[2m])', world(scraped('sold_total', {}, 87, 97, 10, 20, 30)), 120)).toBe(
      '{} 40',
    );
  });
  test('needs two samples', () => {
    expect(shown('rate(sold_total[30s])', counter, 600)).toBe('');
  });
  test('is of a window of an expression too', () => {
    expect(shown('rate(sum(sold_total)[5m:30s])', counter, 600)).toBe('{} 1');
  });
});

test('A steady gauge has no slope at all, however its digits are', () => {
  expect(shown('deriv(seats[10m])', world(scraped('seats', {}, ...steady(0.1))), 600)).toBe('{} 0');
});
test('Ten times 0.1 is 1', () => {
  expect(shown('sum_over_time(seats[5m]) == 1', world(scraped('seats', {}, ...steady(0.1))), 600)).toBe(
    '{} 1',
  );
});
test('A replacement refers to groups by number and by name', () => {
  expect(
    shown(
      'label_replace(up, "new", "$b-${1}$$", "job", "(?P<a>..)(?P<b>.*)")',
      world(scraped('up', { job: 'shop' }, 1)),
      0,
    ),
  ).toBe('up{job=shop new=op-sh$} 1');
});
test('What is absent has the labels that were asked for', () => {
  expect(shown('absent(up{job="shop", pod=~"a.*"})', world(), 0)).toBe('{job=shop} 1');
});
test('A vast number is written out where it becomes a label', () => {
  expect(shown('count_values("is", seats)', world(scraped('seats', {}, 1.5e22)), 0)).toBe(
    '{is=15000000000000000000000} 1',
  );
});
test('A quotient of a tiny one too', () => {
  expect(shown('count_values("is", seats)', world(scraped('seats', {}, -2.5e-7)), 0)).toBe(
    '{is=-0.00000025} 1',
  );
});
test('A date is read of the moment where nothing else is given', () => {
  expect(shown('day_of_week()', world(), 0)).toBe('{} 4');
});
test('A text is itself', () => {
  expect(evaluate(parse('"sea"', bareMetric), world(), 0)).toBe('sea');
});

describe('Worlds that are read one after another by one expression', () => {
  const expr = parse('max_over_time(sum(seats)[5m:30s])', bareMetric);
  const worlds = [1, 2].map((value) => world(scraped('seats', {}, ...steady(value))));
  test('are not mixed up', () => {
    const values = [0, 1, 0].map((i) => evaluate(expr, worlds[i] ?? world(), 600));
    expect(values).toEqual([1, 2, 1].map((value) => [{ labels: {}, value }]));
  });
});

describe('What Prometheus refuses to read is refused:', () => {
  const two = world(scraped('up', { job: 'shop', pod: 'a' }, 1), scraped('up', { job: 'shop', pod: 'b' }, 1));
  test.each([
    'up * on (job) up',
    'up * on (job) group_left () up',
    'sum by (job) (up) * on (job) up',
    'label_replace(up, "pod", "", "", "")',
    'label_join(up, "pod", "")',
  ])('%s', (promql) => {
    expect(() => shown(promql, two, 0)).toThrow(Refused);
  });
});

describe('What is not known is said with the part that is not:', () => {
  test.each([
    ['sum(histogram_avg(up)) > 1', "'histogram_avg(up)' calls histogram_avg, which is not known here"],
    ['info(up)', "'info(up)' calls info, which is not known here"],
    ['limit_ratio(0.5, up)', "'limit_ratio(0.5, up)' aggregates by limit_ratio, which is not known here"],
    [
      'rate(up[$__rate_interval])',
      "'up[$__rate_interval]' has the window $__rate_interval, which a dashboard fills in",
    ],
  ])('%s', (promql, told) => {
    expect(() => shown(promql, world(), 0)).toThrow(Unsupported);
    expect(() => shown(promql, world(), 0)).toThrow(told);
  });
});
