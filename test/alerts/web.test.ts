import { expect, test } from '@jest/globals';
import { called } from '../../alerts/text/subject.js';
import { webVitalAlerts } from '../../alerts/web.js';
import { histogram } from '../../promql/metric/declare.js';
import { seconds } from '../../promql/unit/limit.js';
import { instead, without } from '../proof/changed.js';
import { provesRefusals } from '../proof/refusals.js';
import { oneLine } from './one-line.js';
import { packs, shopGroup } from './packs.js';

const { slowFirstContentfulPaint, slowTimeToInteractive } = packs.web;

test('the first paint is a quantile over all pages, given enough page loads (mistake 14)', () => {
  expect(oneLine(slowFirstContentfulPaint)).toMatchInlineSnapshot(
    `"histogram_quantile(0.75, sum by (le) (rate(shop_first_contentful_paint_seconds_bucket{namespace="shop-prod"}[10m]))) > 1.8 and sum(rate(shop_first_contentful_paint_seconds_count{namespace="shop-prod"}[10m])) > 0.05"`,
  );
});

test('so is the time until a page reacts', () => {
  expect(oneLine(slowTimeToInteractive)).toMatchInlineSnapshot(
    `"histogram_quantile(0.75, sum by (le) (rate(shop_time_to_interactive_seconds_bucket{namespace="shop-prod"}[10m]))) > 3.8 and sum(rate(shop_time_to_interactive_seconds_count{namespace="shop-prod"}[10m])) > 0.05"`,
  );
});

test('the runbook asks which pages are slow', () => {
  expect(slowFirstContentfulPaint.runbook.ko.check).toContain('by (le, page)');
});

test('a limit beyond the last bucket, which can never be exceeded, is refused (mistake 2)', () => {
  const buckets = [0.5, 1.8];
  const vital = histogram('web_vital_seconds', { help: 'A vital', labels: ['page'], buckets });
  const metrics = { firstContentfulPaint: vital, timeToInteractive: vital };
  expect(() => webVitalAlerts(called('Shop'), metrics, { fcp: seconds(1.8), tti: seconds(1) })).toThrow(
    'web_vital_seconds: no bucket lies over the limit of 1.8 (edges 0.5, 1.8); choose a limit between them',
  );
});

provesRefusals(shopGroup, {
  'next to no page loads': [slowFirstContentfulPaint, 'of too few page loads', without(/\s*and sum[^]*$/g)],
  'the time of half the page loads': [
    slowFirstContentfulPaint,
    'page loads take 1.82s',
    instead('0.75', '0.5'),
  ],
  'the time of nearly all page loads': [
    slowFirstContentfulPaint,
    'page loads take 1.78s',
    instead('0.75', '0.95'),
  ],
  'a limit beyond the edge': [slowFirstContentfulPaint, 'page loads take 1.82s', instead('> 1.8', '> 1.83')],
  "somebody else's page loads": [
    slowFirstContentfulPaint,
    'amid others where all is wrong',
    without(/\{namespace="[^"]*"\}/g),
  ],
  'a window of another length': [slowFirstContentfulPaint, 'page loads take 1.82s', instead('[10m]', '[2m]')],
  'the busiest server alone': [
    slowFirstContentfulPaint,
    'amid others where all is well',
    instead('sum by (le)', 'max by (le)'),
  ],
  "somebody else's page loads as enough": [
    slowFirstContentfulPaint,
    'of too few page loads, and many of others',
    instead(/_count\{namespace="[^"]*"\}/g, '_count'),
  ],
});
