import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { podScrape, pods } from '#application/scrape/pods.js';
import { staticScrape } from '#application/scrape/static.js';
import { service } from '#application/service.js';
import { everyExporterThatIsAskedThroughIsScraped } from '#laws/asked-through.js';
import { noRuleReadsWhatAnotherScrapes } from '#laws/foreign.js';
import { everyPodMonitorFindsItsPods } from '#laws/pod-monitor.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { everySelectorHasATarget } from '#laws/target.js';
import { everyScrapeIsWatched } from '#laws/watched.js';
import { laws } from '#laws/laws.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import {
  cacheExporter,
  cacheMetrics,
  ofCaches,
  ofTills,
  ofWorkers,
  scatteredShop,
  tills,
  workerMetrics,
  workers,
} from '../synth/estate/found.js';
import { alerting, bakery, tooMany, unwatched } from '../synth/estate/shop.js';

const estate = (...applications: readonly Application[]) => ({ applications, objects: [] });

test.each([...laws.entries()])('what is found in every way is taken by law %i', (_, law) => {
  expect(law(estate(scatteredShop()))).toEqual([]);
});

describe('a PodMonitor finds its pods and no others (mistake 90):', () => {
  const asked = { port: 'metrics', interval: '30s', metrics: [] } as const;
  const faults = (...all: readonly Application[]) => everyPodMonitorFindsItsPods(estate(...all));
  const wide = pods('worker', { ...workers, labels: { tier: 'back' } });

  test('those of another scrape are told of, in any application', () => {
    const beat = pods('beat', { ...workers, labels: { app: 'beat', tier: 'back' } });
    const other = bakery({ scrapes: [podScrape(beat, asked)], groups: [] });
    const shop = scatteredShop({ scrapes: [podScrape(wide, asked)], exporters: [] });
    expect(faults(shop, other)).toEqual([
      {
        where: 'shop/scrape-worker spec.selector',
        what: 'tier: back in shop-prod, shop-staging',
        code: 'selects-others',
        why: 'the PodMonitor also selects pods beat, which the scrape is not of: they are counted as worker, and twice where they are scraped',
        cure: "select by a label that no others have: { app: 'worker' }",
      },
    ]);
  });

  test('those behind a Service that is rendered are told of', () => {
    const front = service('front', {
      namespaces: ['shop-prod'],
      labels: { app: 'front' },
      ports: { metrics: 9808 },
      selector: { app: 'front', tier: 'back' },
    });
    const shop = scatteredShop({ services: [front], scrapes: [podScrape(wide, asked)], exporters: [] });
    expect(faults(shop)).toMatchObject([{ why: expect.stringContaining('the pods of Service front') }]);
  });

  test.each([
    [
      'in another namespace',
      podScrape(
        pods('beat', { ...workers, namespaces: ['elsewhere'], labels: { app: 'beat', tier: 'back' } }),
        asked,
      ),
    ],
    [
      'without a port of the name',
      podScrape(pods('beat', { ...workers, labels: { app: 'beat', tier: 'back' }, ports: { http: 80 } }), {
        ...asked,
        port: 'http',
      }),
    ],
  ])('those %s are none of them', (_, beat) => {
    const shop = scatteredShop({ scrapes: [podScrape(wide, asked)], exporters: [] });
    expect(faults(shop, bakery({ scrapes: [beat], groups: [] }))).toEqual([]);
  });
});

describe('an exporter that is asked about others is scraped itself (mistake 92):', () => {
  test('one that nobody scrapes is refused', () => {
    expect(everyExporterThatIsAskedThroughIsScraped(estate(scatteredShop({ exporters: [] })))).toEqual([
      {
        where: 'shop/scrape-caches through.exporter',
        what: 'cache-exporter',
        code: 'nobody-watches',
        why: 'nobody scrapes the exporter cache-exporter itself, by which caches asks: where it stops, all of its targets look as if they had',
        cure: 'add it to the exporters of shop, or a scrape of its Service',
      },
    ]);
  });

  test('one of another namespace is not it', () => {
    const other = exporter('cache-exporter', { ...cacheExporter, namespace: 'mall', metrics: [] });
    const shop = scatteredShop({ exporters: [other] });
    expect(everyExporterThatIsAskedThroughIsScraped(estate(shop))).toHaveLength(1);
  });

  test('one that another application has is', () => {
    const shop = scatteredShop({ exporters: [] });
    const other = bakery({ exporters: [cacheExporter] });
    expect(everyExporterThatIsAskedThroughIsScraped(estate(shop, other))).toEqual([]);
  });
});

describe('rules on what no Service stands before', () => {
  const here = { namespace: 'shop-prod' } as const;
  const reading = (...signals: readonly ReturnType<typeof sum>[]) =>
    scatteredShop({ groups: alerting(...signals.map((signal, i) => tooMany(`Alert${i}`, signal))) });

  test('read what is scraped', () => {
    const shop = reading(sum(value(workerMetrics.jobs.where(here))), sum(value(cacheMetrics.up.where(here))));
    expect(everyMetricIsScraped(estate(shop))).toEqual([]);
  });

  test.each([
    ['by a Service', { service: 'worker' }, 'service=""'],
    ['by the job that the operator would write', { job: 'shop-prod/worker' }, 'job="worker"'],
  ])('are refused where they ask for pods %s', (_, asked, there) => {
    const faults = everySelectorHasATarget(estate(reading(sum(value(workerMetrics.jobs.where(asked))))));
    expect(faults).toMatchObject([{ cure: expect.stringContaining(there) }]);
  });

  test.each([
    ['an instance that is not written down', { instance: '10.0.0.2:9100' }],
    ['a label of none of them', { floor: '3' }],
  ])('are refused where they ask for %s', (_, asked) => {
    const drawer =
      'floor' in asked
        ? tills.drawer.where({ floor: '3' })
        : tills.drawer.where({ instance: '10.0.0.2:9100' });
    expect(everySelectorHasATarget(estate(reading(sum(value(drawer)))))).toHaveLength(1);
  });

  test('are refused where another application has the same written down', () => {
    const other = bakery({
      scrapes: [
        staticScrape('other-tills', {
          namespace: 'shop-prod',
          targets: [{ address: 'b:1', labels: { floor: '1' } }],
          interval: '30s',
          metrics: [tills],
        }),
      ],
      groups: [],
    });
    const shop = reading(sum(value(tills.drawer.where(here))));
    expect(noRuleReadsWhatAnotherScrapes(estate(shop, other))).toMatchObject([
      { why: expect.stringContaining('of bakery: of job other-tills in shop-prod') },
    ]);
  });
});

describe('what no Service stands before is watched (mistake 33)', () => {
  test('by nobody, where nothing is said of it', () => {
    const silent = unwatched(scatteredShop({ scrapes: [ofWorkers, ofTills, ofCaches] }));
    expect(everyScrapeIsWatched(estate(silent)).map(({ what }) => what)).toEqual([
      'worker',
      'tills',
      'caches',
      'cache-exporter',
    ]);
  });
});
