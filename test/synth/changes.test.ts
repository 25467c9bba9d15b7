import { describe, expect, test } from '@jest/globals';
import { alerting, requestRate, shop, stock, tooMany, web } from './estate/shop.js';
import { cluster } from '#cluster/cluster.js';
import { scrape } from '#application/scrape.js';
import { readFiles } from '#synth/folder.js';
import type { Text } from '#synth/publish.js';
import { keptAs } from './publishing/kept.js';
import { changesIn, changesText } from '#synth/changes/told.js';
import { writtenOf } from './estate/places.js';
import { shopMetrics } from './estate/shop.js';

type Spec = Parameters<typeof shop>[0];
const written = (...specs: readonly Spec[]) =>
  writtenOf([cluster('production', { applications: specs.map((spec) => shop(spec)) })]);
const between = (before: Spec, after: Spec) => changesIn({ before: written(before), after: written(after) });
const known: Spec = {};

describe('what a sync of a change prunes and creates', () => {
  test('is nothing, where all that is there only changes', () => {
    expect(between(known, { title: 'The shop' })).toEqual([]);
  });

  test('is told of a scrape under another name', () => {
    const renamed = scrape(web, { name: 'shop-web', port: 'http', interval: '30s', metrics: [shopMetrics] });
    expect(between(known, { scrapes: [renamed] })).toMatchObject([
      {
        folder: 'production/shop',
        prunes: ['ServiceMonitor shop'],
        creates: ['ServiceMonitor shop-web'],
      },
    ]);
  });

  test('says that the series of a job end', () => {
    const elsewhere = scrape(web, { job: 'web', port: 'http', interval: '30s', metrics: [shopMetrics] });
    expect(between(known, { scrapes: [elsewhere] })).toEqual([
      expect.objectContaining({
        ends: ['job shop (new: web): its series end; what looks back over days sees nothing of before'],
      }),
    ]);
  });

  test('says that the silences of an alert end', () => {
    const groups = alerting(tooMany('TooManyVisitors', requestRate), tooMany('TooManyItems', stock));
    expect(between(known, { groups })).toMatchObject([
      {
        prunes: [],
        ends: [
          'alert TooManyRequests (new: TooManyVisitors): silences of it end; where it fires it is told as resolved, and again under another name',
        ],
      },
    ]);
  });

  test('says that links to a dashboard lead nowhere', () => {
    const told = between(known, { dashboards: [] });
    expect(told[0]?.prunes).toEqual(['ConfigMap shop']);
  });

  test('says what ends with an exporter', () => {
    const told = between(known, { exporters: [], groups: alerting(tooMany('TooManyRequests', requestRate)) });
    expect(told[0]?.ends).toContain(
      'Deployment stock-exporter: its pods end; what it exports is missing until the new ones are ready',
    );
  });

  const routes = ['production/shop/AlertmanagerConfig.shop.yaml', 'a'] as const;
  const endsOf = (...files: readonly (readonly [string, string])[]) =>
    changesIn({ before: new Map([routes, ...files]), after: new Map(files) })[0]?.ends;

  test('says of routes where nobody prunes that they may go on telling', () => {
    expect(endsOf(['production/shop/ConfigMap.shop.yaml', 'a'])).toEqual([
      expect.stringMatching(/stays until somebody deletes it .*may go on being told by it/),
    ]);
  });

  test('says of routes that ArgoCD prunes that they tell nothing more', () => {
    expect(endsOf(['production/argocd/Application.shop.yaml', 'a'])).toEqual([
      expect.stringContaining('is told nothing more by it'),
    ]);
  });

  test('is told of a folder that goes, as a whole', () => {
    const text = changesText(changesIn({ before: written(known), after: new Map() }));
    expect(text).toMatch(
      /^A sync of this prunes, and does not only change:\n {2}production\/namespaces: Namespace shop-prod\n.*\n {2}production\/shop: ServiceMonitor shop, .*ConfigMap shop\n/m,
    );
  });
});

describe('of what a change is', () => {
  const monitor = (job: string) => `spec:
  selector:
    matchLabels:
      app: ${job}
`;
  const was = {
    'production/shop/ServiceMonitor.shop.yaml': monitor('shop'),
    'production/shop/ServiceMonitor.other.yaml': monitor('shop'),
  };
  const files = (texts: Readonly<Record<string, Text>>) => new Map(Object.entries(texts));

  test('a job that ends is none that another scrape of the folder still has', () => {
    const is = { ...was, 'production/shop/ServiceMonitor.other.yaml': monitor('other') };
    expect(changesIn({ before: files(was), after: files(is) })).toEqual([]);
  });

  test('no text is had of a folder in which nothing differs', () => {
    const had: string[] = [];
    const same = {
      'production/cart/ServiceMonitor.cart.yaml': keptAs(monitor('cart'), () => had.push('cart')),
      'production/shop/ServiceMonitor.other.yaml': keptAs(monitor('shop'), () => had.push('shop')),
    };
    changesIn({ before: files({ ...was, ...same }), after: files(same) });
    expect([...new Set(had)]).toEqual(['shop']);
  });
});

test('what is committed differs from itself in nothing', () => {
  const dist = readFiles('dist');
  expect(changesText(changesIn({ before: dist, after: dist }))).toBe('');
});
