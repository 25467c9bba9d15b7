import { beforeAll, describe, expect, test } from '@jest/globals';
import { dockerCompose } from '../../alerts/place/compose.js';
import { called } from '../../alerts/subject.js';
import { webVitalAlerts } from '../../alerts/web.js';
import { histogram } from '../../promql/metric/declare.js';
import { perSecond, seconds } from '../../promql/unit/limit.js';
import { refusals } from '../proof/changed.js';
import { oneLine } from './one-line.js';
import { packs, shopGroup } from './packs.js';

const { slowFirstContentfulPaint, slowTimeToInteractive } = packs.web;

test('the first paint is a quantile over all pages, given enough page loads (pitfall 14)', () => {
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

test('a limit beyond the last bucket, which can never be exceeded, is refused (pitfall 2)', () => {
  const buckets = [0.5, 1.8];
  const vital = histogram('web_vital_seconds', { help: 'A vital', labels: ['page'], buckets });
  const metrics = { firstContentfulPaint: vital, timeToInteractive: vital };
  expect(() => webVitalAlerts(called('Shop'), metrics, { fcp: seconds(1.8), tti: seconds(1) })).toThrow(
    'web_vital_seconds: no bucket lies over the limit of 1.8 (edges 0.5, 1.8); choose a limit between them',
  );
});

describe('the proofs refuse', () => {
  const changes = [
    ['next to no page loads', 'next to no page loads', /\s*and sum[^]*$/, ''],
    ['the time of half the page loads', 'page loads take 1.82s', '0.75', '0.5'],
    ['the time of nearly all page loads', 'page loads take 1.78s', '0.75', '0.95'],
    ['a limit beyond the edge', 'page loads take 1.82s', '> 1.8', '> 1.83'],
    ["somebody else's page loads", "somebody else's page loads", /\{namespace="[^"]*"\}/g, ''],
  ] as const;
  let refused: readonly string[] = [];

  beforeAll(async () => {
    const context = { application: 'shop', namespace: 'shop-prod', language: 'ko' } as const;
    const changed = changes.map(([, when, part, other]) => ({
      alert: slowFirstContentfulPaint,
      when,
      change: (expr: string) => expr.replace(part, other),
    }));
    refused = await refusals(shopGroup, context, changed);
  }, 60_000);

  test.each(changes.map(([name], i) => [name, i] as const))('%s', (_, i) => {
    expect(refused[i]).toMatch(/got:/);
  });
});

describe('on a host of Docker Compose, under other limits', () => {
  const vital = histogram('web_vital_seconds', { help: 'A vital', labels: ['page'], buckets: [1, 2, 4, 8] });
  const club = webVitalAlerts(
    called('Club', dockerCompose('club')),
    { firstContentfulPaint: vital, timeToInteractive: vital },
    { fcp: seconds(1.5), tti: seconds(4), leastLoads: perSecond(2) },
  );

  test('nobody is told of pods or of kubectl', () => {
    const told = Object.values(club).map(({ texts, runbook }) => [texts, runbook]);
    expect(JSON.stringify(told)).not.toMatch(/kubectl|\bpods?\b|파드/);
  });
});
