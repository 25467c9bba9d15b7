import { describe, expect, test } from '@jest/globals';
import { alert, type AlertSpec } from '#alerts/rule/alert.js';
import { grows, holds } from '#alerts/scenario/behaviour.js';
import { observes } from '#alerts/scenario/histogram.js';
import type { Written } from '#alerts/scenario/proof.js';
import { type Condition, above, atLeast, below, equal } from '#alerts/rule/condition.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { variable } from '#promql/metric/match.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import type { Duration } from '#ground/duration.js';
import { keyed } from '#ground/keyed.js';
import { count, limit, no, perSecond, percent, seconds, yes } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { countOf, sumOf } from '#promql/metric/parts.js';
import { max, count as seriesCount, sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rawPromql } from '#promql/vector/raw.js';
import { increase, rate, value } from '#promql/vector/select.js';
import { and } from '#promql/vector/set.js';
import { since } from '#promql/vector/time.js';

const everywhere = catalog({
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['status'] }),
  duration: histogram('shop_request_seconds', { help: 'Time to answer', buckets: [0.1, 1, 5] }),
  backup: gauge('shop_backup_timestamp_seconds', { help: 'When it was last saved' }),
  up: gauge('shop_up', { help: 'Whether it is up', unit: 'boolean' }),
  used: gauge('shop_used_bytes', { help: 'Memory used', range: [0, Infinity] }),
  most: gauge('shop_most_bytes', {
    help: 'Memory that may be used; 0 without a limit',
    range: [0, Infinity],
  }),
});
const shop = narrowed(everywhere, { namespace: 'shop-prod' });

type Change = { readonly name?: string; readonly for?: Duration; readonly summary?: string };

/** What is said against an alert with this condition; empty where nothing is. */
const refusal = <L extends string, U extends Unit>(
  when: Condition<L, U>,
  change: Change & Partial<AlertSpec<L, U>> = {},
): string => {
  const { name = 'ShopBroken', summary = 'It is broken', ...spec } = change;
  const runbook = { meaning: 'Broken.', impact: 'None.', check: 'Look.', action: 'Mend.' };
  const said = () => ({ summary, description: 'It is broken, look at it.', ...runbook });
  const labels = keyed(when.signal.labels, () => 'x');
  try {
    alert(name, {
      limit: when.limit,
      when: () => when,
      for: '5m',
      severity: 'warning',
      says: { ko: said, en: said },
      proof: () => ({
        fires: [{ when: 'it breaks', series: [], labels, value: '1' }],
        quiet: [{ when: 'all is well', series: [] }],
      }),
      ...spec,
    }).scenarios();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const failing = divide(
  sum(rate(shop.requests.where({ status: /5../ }), '5m')),
  sum(rate(shop.requests, '5m')),
);

describe('an alert that can never fire is refused', () => {
  test('over the last finite bucket of its histogram (mistake 2)', () => {
    expect(refusal(above(histogramQuantile(0.95, shop.duration, '5m'), seconds(5)))).toContain(
      'it can never fire: the signal lies between',
    );
  });
  test('a share over 1 (mistake 8)', () => {
    expect(refusal(above(failing, percent(100)))).toContain('so it is never > 100%; choose a limit within');
  });
  test('a state of 0 or 1 that should be 2', () => {
    expect(refusal(atLeast(max(value(shop.up)), limit(2, 'boolean')))).toContain(
      'it can never fire: the signal lies between 0 and 1, so it is never >= 2',
    );
  });
  test('that nothing is there, told by a count, which is never 0 (mistake 4)', () => {
    expect(refusal(equal(seriesCount(value(shop.up)), count(0)))).toContain(
      'it can never fire: the signal lies between 1 and ∞, so it is never == 0',
    );
  });
});

describe('an alert that fires for nothing is refused', () => {
  test('always: a share of at least 0', () => {
    expect(refusal(atLeast(failing, percent(0)))).toContain(
      'it fires always: the signal lies between 0% and 100%',
    );
  });
  test('by a division by 0 (mistake 13)', () => {
    const ratio = divide(max(value(shop.used)), max(value(shop.most)));
    expect(refusal(above(ratio, percent(90)))).toContain(
      'a division by 0 makes +Inf, which fires; keep only divisors over 0, with positive(…)',
    );
  });
  test('in one environment for what happens in another (mistake 15)', () => {
    const mixed = divide(
      sum(rate(shop.requests.where({ status: '500' }), '5m')),
      sum(rate(everywhere.requests, '5m')),
    );
    expect(refusal(above(mixed, percent(5)))).toContain(
      'it mixes environments: namespace="shop-prod", any namespace',
    );
  });
});

describe('what only a dashboard fills in is refused', () => {
  test('its window', () => {
    expect(
      refusal(above(sum(rate(shop.requests, '$__rate_interval')), { value: 1, unit: 'perSecond' })),
    ).toContain("[$__rate_interval] is a window that only dashboards have; give a fixed one such as '5m'");
  });
  test('the windows of a subquery', () => {
    const text = 'max_over_time(sum(shop_up{namespace="shop-prod"})[$__range:$__interval])';
    const signal = rawPromql(text, { labels: [], unit: 'count', metrics: [shop] });
    expect(refusal(below(signal, count(1)))).toMatch(
      /\[\$__range\] is a window [^]*\[\$__interval\] is a window/,
    );
  });
  test('its window around what happens, with the other faults', () => {
    expect(refusal(above(sum(increase(shop.requests, '$__range')), count(0)), { name: 'broken' })).toMatch(
      /\[\$__range\] is a window [^]*'broken' is no name /,
    );
  });
  test('its variable', () => {
    const chosen = everywhere.up.where({ namespace: variable('namespace') });
    expect(refusal(below(max(value(chosen)), yes))).toContain(
      'namespace="$namespace" is a variable that only dashboards have',
    );
  });
});

describe('a length of time that is none is refused', () => {
  const lengthsIn = (said: string) => [...said.matchAll(/duration '([^']+)'/g)].map(([, each]) => each);
  test('wherever it stands, all at once', () => {
    const lengths = { for: '1.5h', keepFiringFor: '0.5h', window: '1e2s' } as const;
    expect(lengthsIn(refusal(equal(max(value(shop.up)), no), lengths))).toEqual(['1.5h', '0.5h', '1e2s']);
  });
  test('in a proof, once it is asked for', () => {
    const proof = (): Written<never> => ({
      fires: [{ when: 'it breaks', series: [], labels: {}, value: '1', within: '2.5m', notBefore: '-1m' }],
      quiet: [{ when: 'all is well', series: [], lasts: '1e2s' }],
    });
    expect(lengthsIn(refusal(equal(max(value(shop.up)), no), { proof }))).toEqual(['2.5m', '-1m', '1e2s']);
  });
});

describe('what is not said is refused', () => {
  test('a name that is none', () => {
    expect(refusal(equal(max(value(shop.up)), no), { name: 'shop-broken' })).toContain(
      "'shop-broken' is no name of an alert; write it in CamelCase, like HighErrorRate",
    );
  });
  test('an empty text, in both languages at once', () => {
    expect(refusal(equal(max(value(shop.up)), no), { summary: ' ' })).toMatch(
      /its summary is empty in Korean[^]*its summary is empty in English/,
    );
  });
  test.each(['TODO', 'TODO: say it', 'todo', '추후 작성'])(
    'a text that is still to be written: %s (mistake 59)',
    (summary) => {
      expect(refusal(equal(max(value(shop.up)), no), { summary })).toContain(
        `says.ko.summary: its summary is still to be written: '${summary}'`,
      );
    },
  );
  test('a proof over series that the alert does not read', () => {
    const proof = (): Written<never> => ({
      fires: [{ when: 'it breaks', series: [holds(shop.used, {}, 1)], labels: {}, value: '1' }],
      quiet: [{ when: 'all is well', series: [] }],
    });
    expect(refusal(equal(max(value(shop.up)), no), { proof })).toContain(
      "its proof 'it breaks' has a series of shop_used_bytes",
    );
  });
});

test('all faults are told at once, with the expression', () => {
  const message = refusal(above(failing, percent(100)), { name: 'broken', summary: '' });
  expect([message.match(/^ {2}\S/gm)?.length, message]).toEqual([
    4,
    expect.stringContaining('sum(rate(shop_requests_total{namespace="shop-prod", status=~"5.."}[5m]))'),
  ]);
});

test('a quantile that is compared with what lies between two edges is refused (mistake 42)', () => {
  expect(refusal(above(max(histogramQuantile(0.95, shop.duration, '5m')), seconds(2)))).toContain(
    '2s is no edge of its buckets, so the quantile crosses it where nothing does; write 1s or 5s, count what is over the next edge with tooLong(…)',
  );
});

test('a quantile that is filtered before it is compared is refused alike (mistake 42)', () => {
  const slow = histogramQuantile(0.95, shop.duration, '5m');
  expect(refusal(above(and(slow, sum(rate(shop.requests, '5m'))), seconds(2)))).toContain(
    '2s is no edge of its buckets',
  );
});

describe('a sound alert is not refused', () => {
  test('on a quantile at an edge', () => {
    expect(refusal(above(histogramQuantile(0.95, shop.duration, '5m'), seconds(1)))).toBe('');
  });
  test('on a share', () => {
    expect(refusal(above(failing, percent(5)))).toBe('');
  });
  test('on a quotient whose divisor is kept over 0', () => {
    expect(refusal(above(divide(max(value(shop.used)), positive(max(value(shop.most)))), percent(90)))).toBe(
      '',
    );
  });
  test('on a mean, whose sum and count are 0 together', () => {
    const mean = divide(sum(rate(sumOf(shop.duration), '5m')), sum(rate(countOf(shop.duration), '5m')));
    expect(refusal(above(mean, seconds(1)))).toBe('');
  });
  test('whose proof gives all parts of a histogram of which it reads one', () => {
    const proof = (): Written<never> => ({
      fires: [{ when: 'it breaks', series: observes(shop.duration, {}, 1, 2), labels: {}, value: '1' }],
      quiet: [{ when: 'all is well', series: [grows(shop.requests, { status: '200' }, 1)] }],
    });
    const observed = sum(rate(countOf(shop.duration), '5m'));
    expect(refusal(above(and(observed, sum(rate(shop.requests, '5m'))), perSecond(1)), { proof })).toBe('');
  });
  test('on how long ago something happened', () => {
    expect(refusal(above(since(max(value(shop.backup))), seconds('2d')))).toBe('');
  });
  test('on a moment, which lies anywhere', () => {
    expect(refusal(below(max(value(shop.backup)), limit(1e9, 'timestamp')))).toBe('');
  });
  test('on an increase of which only what keeps coming is told, which may be meant', () => {
    expect(refusal(above(sum(increase(shop.requests, '5m')), count(0)), { for: '5m' })).toBe('');
  });
});
