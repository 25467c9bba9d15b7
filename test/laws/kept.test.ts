import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { nodeExporter } from '#application/exporter/node.js';
import type { Expected } from '#application/scrape/expected.js';
import { scrape } from '#application/scrape.js';
import { cluster } from '#cluster/cluster.js';
import { settled } from '#cost/settled.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { rawPanelQuery } from '#dashboards/raw-query.js';
import { everyDerivedLimitIsSaid, everyKeepListKeepsWhatIsRead } from '#laws/kept.js';
import { usualPlatform } from '#platform/usual.js';
import {
  alerting,
  bakery,
  drawing,
  openBaskets,
  requestRate,
  shop,
  shopMetrics,
  tooMany,
  unwatched,
  web,
} from '../synth/estate/shop.js';

const asked = { port: 'http', interval: '30s', metrics: [shopMetrics] } as const;
const keeping = scrape(web, { ...asked, keep: 'used' });
const one = (spec: Parameters<typeof shop>[0] = {}) =>
  unwatched(
    shop({
      scrapes: [keeping],
      exporters: [],
      groups: alerting(tooMany('TooManyRequests', requestRate)),
      dashboards: [],
      ...spec,
    }),
  );
const faults = (applications: readonly Application[]) =>
  everyKeepListKeepsWhatIsRead({ applications, objects: [] });

describe('a scrape that keeps what is used', () => {
  test('is held to nothing where it was reckoned with all of its place', () => {
    expect(faults(settled([one()]))).toEqual([]);
  });

  test('is refused where another application reads what it does not keep', () => {
    const other = unwatched(bakery({ groups: alerting(tooMany('TooManyBaskets', openBaskets)) }));
    expect(faults([...settled([one()]), other])).toMatchObject([
      {
        where: 'shop/scrape-shop',
        code: 'dropped-though-read',
        why: 'TooManyBaskets reads shop_baskets, which scrape shop does not keep',
      },
    ]);
  });

  test('keeps what another application reads where both were reckoned at once', () => {
    const other = unwatched(bakery({ groups: alerting(tooMany('TooManyBaskets', openBaskets)) }));
    expect(faults(settled([one(), other]))).toEqual([]);
  });

  test('names as reader the alert, and not beside it what the library made of that', () => {
    const groups = alerting(tooMany('TooManyBaskets', openBaskets));
    const other = unwatched(bakery({ groups, dashboards: [drawing(requestRate)] }));
    expect(faults([...settled([one()]), other])).toMatchObject([
      { why: 'TooManyBaskets reads shop_baskets, which scrape shop does not keep' },
    ]);
  });

  test('is refused where it was never reckoned', () => {
    expect(faults([one()])).toMatchObject([{ code: 'dropped-though-read', what: 'shop_requests_total' }]);
  });

  test('is refused where a panel may read any metric of it', () => {
    const panels = [drawn.timeseries('Any', { queries: [rawPanelQuery('count({job="shop"})')] })];
    expect(faults(settled([one({ dashboards: [drawing(openBaskets, { panels })] })]))).toMatchObject([
      {
        code: 'keep-list-of-everything',
        why: 'Shop / Any may read any metric of it, so that nothing of it could be dropped',
      },
    ]);
  });

  test('is told of where nothing reads it', () => {
    expect(faults(settled([one({ groups: [] })]))).toMatchObject([
      { code: 'setting-for-nothing', isHint: true },
    ]);
  });
});

describe("a scrape of the job that the chart's rules read", () => {
  const machines = unwatched(
    shop({
      exporters: [nodeExporter('machines', { namespace: 'shop-prod', job: 'node-exporter', keep: 'used' })],
      groups: [],
      dashboards: [],
    }),
  );
  const heldBy = (rules: 'recording' | 'none') => {
    const platform = { ...usualPlatform, rules };
    const here = cluster('production', { platform, applications: [machines] });
    return everyKeepListKeepsWhatIsRead({
      applications: settled(here.applications),
      objects: [],
      cluster: here,
    });
  };

  test('keeps no list, for nobody here knows what they read', () => {
    expect(heldBy('recording')).toMatchObject([{ code: 'keep-list-of-everything', what: 'node-exporter' }]);
  });

  test('may keep one where the platform has none of these rules', () => {
    expect(heldBy('none')).toMatchObject([{ code: 'setting-for-nothing' }]);
  });
});

const limited = (expects: Expected, keep?: 'used') =>
  everyDerivedLimitIsSaid({
    applications: [
      one({ scrapes: [scrape(web, { ...asked, sampleLimit: 'derived', expects, ...(keep && { keep }) })] }),
    ],
    objects: [],
  });

describe('a limit that is derived', () => {
  test('is refused where nobody says how many values a label has, nor what else is exported', () => {
    expect(limited({ values: { endpoint: 30 } })).toMatchObject([
      {
        where: 'shop/scrape-shop',
        code: 'limit-on-a-guess',
        why: 'its limit follows from how many series a target has, and nobody says values: { status: … }, undeclared',
      },
    ]);
  });

  test('is taken where all of it is said', () => {
    expect(limited({ values: { endpoint: 30, status: 6 }, undeclared: 60 })).toEqual([]);
  });

  test('needs to be told of what is kept alone', () => {
    expect(limited({ combinations: { shop_requests_total: 90 } }, 'used')).toEqual([]);
  });
});
