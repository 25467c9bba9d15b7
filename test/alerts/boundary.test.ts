import { describe, expect, test } from '@jest/globals';
import { boundaryOf } from '../../alerts/scenario/boundary.js';
import { justUnder } from '../../alerts/scenario/quiet.js';
import { spoken } from '../../alerts/text/spoken.js';
import { leftOut } from '../../alerts/scenario/excluded.js';
import { observationsNear } from '../../alerts/scenario/quantile.js';
import type { Sizes } from '../../alerts/scenario/behaviour.js';
import { counter, histogram, pythonBuckets } from '../../promql/metric/declare.js';
import { not } from '../../promql/metric/match.js';
import { humanize } from '../../promql/unit/humanize.js';
import { percent } from '../../promql/unit/limit.js';

const { info } = histogram('duration_seconds', { help: 'Time', buckets: pythonBuckets });

/** What Prometheus's `histogram_quantile` reads of such observations. */
const quantileOf = (quantile: number, sizes: Sizes): number => {
  const all = typeof sizes === 'number' ? [{ size: sizes, share: 1 }] : sizes;
  const upTo = (edge: number) => all.reduce((sum, { size, share }) => (size <= edge ? sum + share : sum), 0);
  const i = pythonBuckets.findIndex((edge) => upTo(edge) >= quantile);
  const [lower, upper] = [pythonBuckets[i - 1] ?? 0, pythonBuckets[i] ?? NaN];
  const below = i > 0 ? upTo(lower) : 0;
  return lower + ((upper - lower) * (quantile - below)) / (upTo(upper) - below);
};

// At an edge, within a bucket, in the upper part of one, and where the first bucket tells no more.
const limits = [1, 2, 2.49, 0.3, 0.0051, 0.0049, 9.9];

describe.each([0.5, 0.95, 0.99])('the %d quantile of observations', (quantile) => {
  test.each(limits.filter((limit) => limit >= 0.005 * quantile))(
    'at a limit of %d lies over and under it',
    (limit) => {
      const { over, under } = observationsNear(quantile, info, limit);
      expect([over.reads > limit, under.reads <= limit]).toEqual([true, true]);
    },
  );

  test.each(limits.filter((limit) => limit >= 0.005 * quantile))(
    'at a limit of %d reads what it is said to',
    (limit) => {
      const { over, under } = observationsNear(quantile, info, limit);
      expect(quantileOf(quantile, over.sizes)).toBeCloseTo(over.reads, 9);
      expect(quantileOf(quantile, under.sizes)).toBeCloseTo(under.reads, 9);
    },
  );
});

test.each([1, 2, 5])('a reading is within two per cent of the limit %d', (limit) => {
  const { over, under } = observationsNear(0.95, info, limit);
  expect(over.reads / under.reads).toBeLessThan(1.04);
});

test.each([
  [10, 'over'],
  [60, 'over'],
  [0.004, 'under'],
])('a limit of %d, which the buckets cannot tell, is refused', (limit, side) => {
  expect(() => observationsNear(0.95, info, limit)).toThrow(
    `duration_seconds: no bucket lies ${side} the limit of ${limit} (edges 0.005, 0.01,`,
  );
});

test.each([
  [percent(5), ['5.1%', '4.9%']],
  [percent(99.95), ['99.97%', '99.93%']],
  [percent(0.03), ['0.04%', '0.02%']],
])('a share at %j stays between 0 and 1', (limit, shares) => {
  const { over, under } = boundaryOf(limit, '>');
  expect([over, under].map((value) => humanize({ value, unit: 'ratio' }))).toEqual(shares);
});

test.each([
  ['1m', { ko: '1분', en: '1 minute' }],
  ['90s', { ko: '90초', en: '90 seconds' }],
  ['120s', { ko: '2분', en: '2 minutes' }],
] as const)('%s is spoken in both languages', (length, words) => {
  expect(spoken(length)).toEqual(words);
});

test('a fault just under a `for` is half a minute shorter', () => {
  expect(justUnder('2m')).toBe('90s');
});

describe('what a metric leaves out', () => {
  const requests = counter('requests_total', { help: 'Requests', labels: ['path', 'method'] });
  test.each([
    ['one value', requests.where({ path: not('/health') }), { path: '/health' }],
    ['the first of several', requests.where({ path: not(['/a.b', '/c']) }), { path: '/a.b' }],
    ['nothing that can be named, of a pattern', requests.where({ path: not(/\/health.*/) }), undefined],
    ['nothing, of a label that must be there', requests.where({ path: not('') }), undefined],
    ['nothing where it is narrowed to what it holds', requests.where({ method: 'GET' }), undefined],
  ])('is %s', (_, metric, labels) => {
    expect(leftOut(metric)).toEqual(labels);
  });
});
