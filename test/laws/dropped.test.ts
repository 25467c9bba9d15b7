import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import type { DropSpec } from '#application/scrape/drop.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import {
  alerting,
  drawing,
  openBaskets,
  requestRate,
  shop,
  shopMetrics,
  tooMany,
  web,
} from '../synth/estate/shop.js';

const without = (drop: DropSpec) =>
  everyMetricIsScraped({
    applications: [
      shop({
        scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics], drop })],
        exporters: [],
        groups: alerting(tooMany('TooManyRequests', requestRate)),
        dashboards: [drawing(openBaskets)],
      }),
    ],
    objects: [],
  });

describe('a metric that its scrape drops (mistake 68)', () => {
  test('is not there for an alert', () => {
    expect(without({ metrics: [/shop_req.*/] })).toMatchObject([
      {
        where: 'shop/rules',
        why: 'TooManyRequests reads shop_requests_total, which scrape shop drops',
        cure: 'take shop_req.* out of the drop.metrics of that scrape, or read what it stores',
      },
    ]);
  });

  test('is not there for a panel', () => {
    expect(without({ metrics: ['shop_baskets'] })).toMatchObject([
      { why: 'Shop / Signal reads shop_baskets, which scrape shop drops' },
    ]);
  });

  test('may be one that nobody reads', () => {
    expect(without({ metrics: [/go_.*/] })).toEqual([]);
  });
});
