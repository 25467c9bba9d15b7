import { describe, expect, test } from '@jest/globals';
import type { Unit } from '#promql/unit/unit.js';
import { rawPromql } from '#promql/vector/raw.js';
import { shop } from './shop.js';

const raw = (text: string, labels: readonly string[] = [], unit: Unit = 'count') =>
  rawPromql(text, { labels, unit, metrics: [shop] });

describe('PromQL as text', () => {
  test('is a vector of the labels and the unit declared', () => {
    const vector = raw('  sum   by(shelf)(shop_open_baskets)\n', ['shelf']);
    expect([String(vector), vector.labels, vector.unit]).toEqual([
      'sum by (shelf) (shop_open_baskets)',
      ['shelf'],
      'count',
    ]);
  });

  test.each([
    ['windows of Grafana', 'sum(rate(shop_requests_total[$__rate_interval]))'],
    ['variables of Grafana', 'sum(rate(shop_requests_total{namespace="$namespace", pod=~"$pod"}[5m]))'],
    ['subqueries', 'max_over_time(sum(shop_open_baskets)[1h:5m])'],
    [
      'parts of histograms',
      'histogram_quantile(0.9, sum by (le) (rate(shop_request_duration_seconds_bucket[5m])))',
    ],
    ['what types cannot say', 'count(count_values("shelf", shop_open_baskets))'],
    ['labels of the target', 'sum(shop_open{namespace="a", pod="b", job="c"})'],
  ])('may hold %s', (_, text) => {
    expect(String(raw(text)).replace(/\s+/g, ' ')).toBe(text);
  });
});

describe('Refused, with every fault', () => {
  test.each<[string, string, readonly string[], RegExp]>([
    [
      '(mistake 1) a metric that nothing declares',
      'sum(shop_opne)',
      [],
      /^character 5, 'shop_opne': no such metric is declared; correct it, or declare it in a catalogue$/m,
    ],
    [
      '(mistake 1) a label that the metric does not have',
      'sum(shop_open{shelf="a"})',
      [],
      /^shop_open{shelf="a"}: the metric has no label shelf; it has namespace, pod, /m,
    ],
    [
      '(mistake 1) a value that the label cannot have',
      'sum(shop_requests_total{region="EU"})',
      [],
      /^shop_requests_total{region="EU"} selects nothing: region is one of eu, asia, us$/m,
    ],
    [
      'a pattern that RE2 does not know',
      'sum(shop_requests_total{method=~"(?!GET)"})',
      [],
      /^shop_requests_total{method=~"\(\?!GET\)"} is not a regular expression of Prometheus/m,
    ],
    [
      'a pattern of label_replace that RE2 does not know',
      'label_replace(sum by (shelf) (shop_open_baskets), "row", "$1", "shelf", "(?=a)")',
      ['row', 'shelf'],
      /^label_replace with "\(\?=a\)": /m,
    ],
    [
      'a label that label_replace cannot read',
      'label_replace(sum by (shelf) (shop_open_baskets), "row", "$1", "pod", "(.*)")',
      ['row', 'shelf'],
      /^label_replace reads 'pod', which is gone; there are shelf$/m,
    ],
    [
      'grouping by a label that is gone',
      'sum by (pod) (sum by (shelf) (shop_open_baskets))',
      ['pod'],
      /^sum by 'pod', which is gone; there are shelf$/m,
    ],
    [
      'grouping by a label that never was',
      'sum by (shelf) (shop_open)',
      ['shelf'],
      /^sum by 'shelf', which is gone; there are namespace, pod, /m,
    ],
    [
      'matching by a label that a side has not',
      'sum by (shelf) (shop_open_baskets) / on (pod) group_left sum by (pod) (shop_open)',
      ['shelf'],
      /^\/ matches by 'pod', which a side has not; it has shelf$/m,
    ],
    [
      'bringing along a label that is not there',
      'sum by (pod) (shop_open) * on (pod) group_left (shelf) sum by (pod) (shop_open)',
      ['pod', 'shelf'],
      /^\* matches by 'shelf', which a side has not; it has pod$/m,
    ],
    [
      '(mistake 3) sides of different labels',
      'sum by (pod) (shop_open_baskets) / sum by (shelf) (shop_open_baskets)',
      ['pod'],
      /joins series with the labels \(pod\) and \(shelf\), which never match; aggregate both alike, or say on \(…\)$/m,
    ],
    [
      '(mistake 3) sides of different labels compared',
      'sum by (pod) (shop_open_baskets) > sum(shop_open_baskets)',
      ['pod'],
      /labels \(pod\) and \(\), which never match/m,
    ],
    [
      '(mistake 12) series as scraped',
      'shop_open',
      ['pod'],
      /^its series are as scraped; aggregate them by the labels declared, or say labels: 'scraped'$/m,
    ],
    [
      'other labels than declared',
      'sum by (shelf) (shop_open_baskets)',
      ['pod'],
      /^its series carry the labels \(shelf\), not \(pod\) as declared; declare labels: \['shelf'\]$/m,
    ],
  ])('%s', (_, text, labels, why) => {
    expect(() => raw(text, labels)).toThrow(why);
  });

  test('(mistake 16) a percentage that is called a ratio', () => {
    expect(() => raw('100 * sum(shop_open_baskets) / sum(shop_open_baskets)', [], 'ratio')).toThrow(
      /a ratio \* 100 is no/,
    );
  });

  test('together', () => {
    expect(() => raw('sum by (shelf) (shop_open{tier="a"})', ['tier'])).toThrow(
      /sum by 'shelf', which is gone.*\n.*has no label tier.*\nits series carry the labels \(shelf\), not \(tier\) as declared/,
    );
  });
});
