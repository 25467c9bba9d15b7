import { describe, expect, test } from '@jest/globals';
import { labelsOf } from '#promql/expr/labels.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';

const labels = (text: string): string => {
  const found = labelsOf(parse(text, bareMetric));
  return found === 'scraped' ? found : [...found].sort().join(' ');
};

describe('The labels that series carry', () => {
  test.each([
    ['a', 'scraped'],
    ['rate(a[5m])', 'scraped'],
    ['-a', 'scraped'],
    ['5', ''],
    ['time()', ''],
    ['hour()', ''],
    ['hour(a)', 'scraped'],
    ['vector(1)', ''],
    ['scalar(a)', ''],
    ['sum(a)', ''],
    ['sum by (x, y) (a)', 'x y'],
    ['sum without (x) (a)', 'scraped'],
    ['sum without (x) (sum by (x, y) (a))', 'y'],
    ['count_values by (x) ("version", a)', 'version x'],
    ['topk by (x) (3, sum by (x, y) (a))', 'x y'],
    ['limitk(3, a)', 'scraped'],
    ['histogram_quantile(0.9, sum by (le, x) (rate(a[5m])))', 'x'],
    ['absent(a{x="1", y=~"2", z=""})', 'x'],
    ['absent(a{x="1", x="2"})', ''],
    ['absent(sum(a))', ''],
    ['absent_over_time(a{x="1"}[5m])', 'x'],
    ['label_replace(sum by (x) (a), "y", "$1", "x", "(.*)")', 'x y'],
    ['label_join(sum by (x) (a), "y", "-", "x")', 'x y'],
    ['max_over_time(sum by (x) (a)[1h:5m])', 'x'],
    ['sum by (x) (a) > 5', 'x'],
    ['5 < sum by (x) (a)', 'x'],
    ['time() - sum by (x) (a)', 'x'],
    ['sum by (x) (a) and on () vector(1)', 'x'],
    ['sum by (x, y) (a) / on (x, y) sum by (x, y) (a)', 'x y'],
    ['sum by (x, y) (a) / ignoring (y) sum by (x) (a)', 'x'],
    ['sum by (x, y) (a) / on (x) group_left sum by (x) (a)', 'x y'],
    ['sum by (x, y) (a) * on (x) group_left (z) sum by (x, z) (a)', 'x y z'],
    ['sum by (x) (a) * on (x) group_right sum by (x, z) (a)', 'x z'],
  ])('%s: %s', (text, found) => {
    expect(labels(text)).toBe(found);
  });
});
