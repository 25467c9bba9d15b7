import { describe, expect, test } from '@jest/globals';
import type { Asked } from '#derive/derivation.js';
import { inline } from '#promql/expr/inline.js';
import { cannotClear } from '#derive/reason/cannot-clear.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import { goesSilent } from '#derive/reason/goes-silent.js';
import type { Weakness } from '#derive/reason/weakness.js';
import { asked } from './asked.js';

const shown = ({ certainty, blame, why }: Weakness): string => `${certainty} of ${inline(blame)}: ${why}`;
const immature = (text: string, more: Partial<Asked>): readonly string[] =>
  cannotMature(asked(text, more)).map(shown);
const unclear = (text: string, more: Partial<Asked> = {}): readonly string[] =>
  cannotClear(asked(text, more)).map(shown);

describe('A part of the day', () => {
  test('is over before for is', () => {
    expect(immature('up == 0 and on () hour() == 3', { for: 3_600 })).toEqual([
      "fact of hour() == 3: 'hour() == 3' lasts 1h at the most, and for is 1h",
    ]);
  });
  test('is as long as its comparisons leave it together', () => {
    expect(immature('x > 1 and on () hour() >= 9 and on () hour() < 12', { for: 4 * 3_600 })).toEqual([
      "fact of hour() >= 9: 'hour() >= 9' and 'hour() < 12' last 3h at the most, and for is 4h",
    ]);
  });
  test('goes on over midnight', () => {
    expect(immature('x > 1 and on () (hour() != 12)', { for: 22 * 3_600 })).toEqual([]);
  });
  test('may be a minute', () => {
    expect(immature('minute() == 0', { for: 120 })).toEqual([
      "fact of minute() == 0: 'minute() == 0' lasts 1m at the most, and for is 2m",
    ]);
  });
});

describe('What is scraped seldom', () => {
  test('is gone before the next scrape', () => {
    expect(immature('sum(x) > 5', { for: 600, scrape: 900 })).toEqual([
      "fact of x: 'x' is read for 5m after a scrape, and the next is 15m later, so it is gone before for: 10m is over",
    ]);
  });
  test('is not where a window reads on', () => {
    expect(immature('last_over_time(x[30m]) > 5', { for: 600, scrape: 900 })).toEqual([]);
  });
  test('is not where a rule records it', () => {
    expect(immature('job:x:sum > 5', { for: 600, scrape: 900 })).toEqual([]);
  });
  test('is there long enough for a short for', () => {
    expect(immature('x > 5', { for: 240, scrape: 900 })).toEqual([]);
  });
});

describe('Now against before', () => {
  test('what has gone is forgotten', () => {
    expect(immature('x offset 5m unless x', { for: 600 })).toEqual([
      "fact of x offset 5m unless x: 'x offset 5m unless x' holds for 5m after a series has gone, and for is 10m",
    ]);
  });
  test('what has come is not new for longer', () => {
    expect(immature('x unless x offset 5m', { for: 600 })).toEqual([
      "fact of x unless x offset 5m: 'x unless x offset 5m' holds for 5m after a series has come, and for is 10m",
    ]);
  });
  test('that is a guess where rules are evaluated at other moments', () => {
    expect(cannotMature(asked('x offset 5m unless x', { for: 600, interval: 70 }))[0]?.certainty).toBe(
      'guess',
    );
  });
  test('a change is forgotten', () => {
    expect(immature('version != version offset 10m', { for: 600 })).toEqual([
      "guess of version != version offset 10m: 'version != version offset 10m' holds for 10m after a change, and for is 10m, so only changes that keep coming are told",
    ]);
  });
});

describe('What is now and was otherwise before', () => {
  test('goes on no longer than that', () => {
    expect(immature('x == 0 and x offset 1h > 0', { for: 3_600 })).toEqual([
      "fact of x == 0 and x offset 1h > 0: 'x == 0 and x offset 1h > 0' asks for one thing now and for another 1h before, and for is 1h, by which now is that long ago",
    ]);
  });
  test('may of others of the same instance', () => {
    const [found] = cannotMature(asked('x == 0 and on (instance) x offset 1h > 0', { for: 3_600 }));
    expect(found?.certainty).toBe('guess');
  });
  test('does for a shorter while', () => {
    expect(immature('x == 0 and x offset 1h > 0', { for: 1_800 })).toEqual([]);
  });
  test('does where both may be so', () => {
    expect(immature('x > 5 and x offset 1h > 0', { for: 3_600 })).toEqual([]);
  });
});

describe('A single event', () => {
  test.each([
    ['sum(delta(g[1m])) > 0', 'delta(g[1m])'],
    ['increase(x_total[1m]) > 0', 'increase(x_total[1m])'],
    ['changes(x[2m]) >= 1', 'changes(x[2m])'],
    ['up == 1 and resets(x_total[2m]) != 0', 'resets(x_total[2m])'],
    ['0.5 < increase(x_total[2m])', 'increase(x_total[2m])'],
    ['sum(rate(x_total[1m])) > 0', 'rate(x_total[1m])'],
  ])('leaves the window of %s', (text, part) => {
    expect(immature(text, { for: 120, scrape: 15 })).toEqual([
      `guess of ${part}: a single event leaves the window of '${part}' before for: 2m is over, so only events that keep coming are told`,
    ]);
  });
  test('was so short a time ago no more', () => {
    expect(immature('time() - started_timestamp_seconds < 300', { for: 600 })).toEqual([
      "guess of time() - started_timestamp_seconds < 300: 'time() - started_timestamp_seconds < 300' holds for 5m after it happened, and for is 10m, so only what keeps happening is told",
    ]);
  });
});

test('A window of one scrape holds two only now and then', () => {
  expect(immature('rate(x_total[1m]) > 5', { for: 300 })).toEqual([
    "guess of rate(x_total[1m]): 'rate(x_total[1m])' needs two samples, and a window of 1m does not always hold two of what is scraped every 1m",
  ]);
});

describe('A counter that is compared as it stands', () => {
  test('fires until a restart, if it is one', () => {
    expect(unclear('sum(err_total) > 10')).toEqual([
      "guess of sum(err_total) > 10: 'sum(err_total) > 10' compares a counter as it stands, which only grows, so it fires until a restart, if err_total is the counter that it is taken for",
    ]);
  });
  test('does so for a fact where somebody has declared it', () => {
    expect(unclear('err_total > 0', { declared: new Set(['err_total']) })).toEqual([
      "fact of err_total > 0: 'err_total > 0' compares a counter as it stands, which only grows, so it fires until a restart",
    ]);
  });
  test('makes a quantile of all that ever was', () => {
    expect(unclear('histogram_quantile(0.9, sum by (le) (dur_seconds_bucket)) > 1')).toEqual([
      "guess of histogram_quantile(0.9, sum by (le) (dur_seconds_bucket)) > 1: 'histogram_quantile(0.9, sum by (le) (dur_seconds_bucket)) > 1' reads all that was observed since a restart, so it fires long after that is over, if dur_seconds_bucket is the counter that it is taken for",
    ]);
  });
  test('does so on either side of or', () => {
    expect(unclear('up == 0 or err_total >= 5')).toHaveLength(1);
  });
});

describe('A count of what is well', () => {
  const silent = (text: string): readonly string[] =>
    goesSilent(asked(text)).map(({ blame, certainty, cure }) => `${certainty} of ${inline(blame)}: ${cure}`);
  test('is nothing when nothing is', () => {
    expect(goesSilent(asked('count(up == 1) < 3')).map(shown)).toEqual([
      "guess of count(up == 1) < 3: where 'up == 1' keeps no series, 'count(up == 1)' is nothing instead of 0, so 'count(up == 1) < 3' is quiet when the last one is gone",
    ]);
  });
  test.each([
    ['count by (job) (up == 1) != 3', 'add up which are so: sum by (job) (up == bool 1)'],
    ['100 * count(up == 1) / count(up) <= 50', 'add up which are so: sum(up == bool 1)'],
    ['1 - count(up == 1) / count(up) > 0.5', 'add up which are so: sum(up == bool 1)'],
    ['3 > count(up == 1)', 'add up which are so: sum(up == bool 1)'],
    ['sum(seats > 0) < 3', 'put 0 in its place: (sum(seats > 0) or vector(0))'],
  ])('is so in %s', (text, cure) => {
    expect(silent(text)).toEqual([`guess of ${inline(asked(text).expr)}: ${cure}`]);
  });
  test('is so on either side of or', () => {
    expect(silent('up == 0 or count(up == 1) < 3')).toHaveLength(1);
  });
});

test('A comparison that keeps every series never clears', () => {
  expect(unclear('up == bool 0')).toEqual([
    "fact of up == bool 0: 'up == bool 0' keeps every series, with 0 where it does not hold, so it fires for as long as they are there",
  ]);
});
