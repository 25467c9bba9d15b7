import { expect, test } from '@jest/globals';
import { called } from '#alerts/text/subject.js';
import { webVitalAlerts } from '#alerts/web.js';
import { histogram } from '#promql/metric/declare.js';
import { seconds } from '#promql/unit/limit.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { slowFirstContentfulPaint, slowTimeToInteractive } = packs.web;

test('the first paint is a quantile over all pages, given enough page loads (mistake 14)', () => {
  expect(oneLine(slowFirstContentfulPaint)).toMatchInlineSnapshot(
    `"1 - sum(rate(shop_first_contentful_paint_seconds_bucket{le="1.8", namespace="shop-prod"}[10m])) / sum(rate(shop_first_contentful_paint_seconds_count{namespace="shop-prod"}[10m])) > 0.25 and sum(rate(shop_first_contentful_paint_seconds_count{namespace="shop-prod"}[10m])) > 0.05"`,
  );
});

test('so is the time until a page reacts', () => {
  expect(oneLine(slowTimeToInteractive)).toMatchInlineSnapshot(
    `"1 - sum(rate(shop_time_to_interactive_seconds_bucket{le="3.8", namespace="shop-prod"}[10m])) / sum(rate(shop_time_to_interactive_seconds_count{namespace="shop-prod"}[10m])) > 0.25 and sum(rate(shop_time_to_interactive_seconds_count{namespace="shop-prod"}[10m])) > 0.05"`,
  );
});

test('the runbook asks which pages are slow', () => {
  expect(slowFirstContentfulPaint.runbook.ko?.check).toContain('by (le, page)');
});

test('a limit beyond the last bucket, which can never be exceeded, is refused (mistake 2)', () => {
  const buckets = [0.5, 1.8];
  const vital = histogram('web_vital_seconds', { help: 'A vital', labels: ['page'], buckets });
  const metrics = { firstContentfulPaint: vital, timeToInteractive: vital };
  expect(() => webVitalAlerts(called('Shop'), metrics, { fcp: seconds(1.8), tti: seconds(1) })).toThrow(
    'it can never fire: the signal lies between 0s and 1.8s, so it is never > 1.8s',
  );
});
