import { describe, expect, test } from '@jest/globals';
import type { Dashboard } from '#dashboards/dashboard.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { row } from '#dashboards/row.js';
import { scrape } from '#application/scrape.js';
import type { Duration } from '#ground/duration.js';
import { selectors } from '#promql/expr/ast.js';
import {
  drawing,
  openBaskets as baskets,
  shop as application,
  shopMetrics,
  web,
} from '../synth/estate/shop.js';
import { requestRate, openBaskets, shop } from './fixture.js';

const description = 'What it shows.';
const requests = timeseries('Requests', { description, signal: requestRate('$__rate_interval') });
const open = timeseries('Baskets', { description, signal: openBaskets });

/** How often each metric is scraped, as its application knows it. */
const scrapedEvery = (known: Readonly<Record<string, Duration>>): Parameters<typeof shop>[1] & object => ({
  scrapedEvery: (expr) => selectors(expr).map(({ metric }) => known[metric.name])[0],
});
const intervalOf = ({ scrapeInterval }: Dashboard): Duration => scrapeInterval;

describe('how often the series of a dashboard are scraped follows from its panels (mistake 31):', () => {
  const known = scrapedEvery({ shop_requests_total: '15s', shop_baskets: '2m' });

  test('as often as the only one', () => {
    expect(intervalOf(shop([requests], known))).toBe('15s');
  });

  test('as seldom as any, in rows too', () => {
    expect(intervalOf(shop([requests, row('Below', [open])], known))).toBe('2m');
  });

  test('twice a minute where nobody knows', () => {
    expect(intervalOf(shop([requests, open]))).toBe('30s');
  });

  test('longer where that is said', () => {
    expect(intervalOf(shop([requests, open], { ...known, scrapeInterval: '5m' }))).toBe('5m');
  });

  test('never shorter', () => {
    expect(() => shop([requests, open], { ...known, scrapeInterval: '1m' })).toThrow(
      /scrapeInterval: its series are scraped every 2m, not every 1m; leave it out: it follows from the scrapes$/,
    );
  });

  test('as its application scrapes them', () => {
    const scrapes = [scrape(web, { port: 'http', interval: '2m', metrics: [shopMetrics] })];
    expect(application({ scrapes, dashboards: [drawing(baskets)] }).dashboards.map(intervalOf)).toEqual([
      '2m',
    ]);
  });
});
