import { describe, expect, test } from '@jest/globals';
import { redisExporter } from '#application/exporter/redis.js';
import { host } from '#application/host/host.js';
import { scrape } from '#application/scrape.js';
import { cluster } from '#cluster/cluster.js';
import { costCommand } from '#cost/command.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Surface } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import {
  alerting,
  bakery,
  requestRate,
  shop,
  shopMetrics,
  tooMany,
  unwatched,
  web,
} from '../synth/estate/shop.js';

const small = unwatched(
  shop({
    scrapes: [
      scrape(web, {
        ...{ port: 'http', interval: '30s', metrics: [shopMetrics] },
        expects: { targets: 3, values: { endpoint: 20 } },
      }),
    ],
    exporters: [redisExporter('cache', { namespace: 'shop-prod', address: 'redis:6379', keep: 'used' })],
    groups: alerting(tooMany('TooManyRequests', requestRate)),
    dashboards: [],
  }),
);
const places = [
  cluster('production', { applications: [small, unwatched(bakery())] }),
  host(unwatched(bakery())),
];

/** What `cheomseong cost` writes, and how it ends. */
const costOf = (words: readonly string[], of = places, colour = false) => {
  const written: string[] = [];
  const terminal = { write: (text: string) => void written.push(text), isTTY: colour };
  const surface: Surface = { out: terminal, err: terminal, colour, root: '.', folder: '.' };
  const code = costCommand(words, surface, of);
  return { code, text: written.join('') };
};
const refusalOf = (words: readonly string[]): string => {
  try {
    return costOf(words).text;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};

describe('cheomseong cost', () => {
  test('tells of each place its applications, what they come to, and the arithmetic', () => {
    expect(costOf(['--cluster', 'production']).text).toMatchInlineSnapshot(`
      "cluster production
              targets  series   used  dropped by keep  samples/s
      shop          7   1,799  1,235       564 (31 %)         51
      bakery        1      53      5        48 (91 %)        1.8
      all           8   1,852  1,240       612 (33 %)         53

      memory  1,582 series × 3.5 KiB × 2 + 88 MiB = 99 MiB
      disk    53 samples a second × 35d × 2 bytes = 304 MiB, and 3.7 MiB of the write-ahead log
      its platform is not described, so what it is given is not held against what it needs
      without what the platform scrapes for itself: say how large the cluster is, size: { nodes: 3, pods: 60 }
      "
    `);
  });

  test('tells of one application each of its scrapes, and what is assumed of it', () => {
    expect(costOf(['--application', 'shop']).text).toMatchInlineSnapshot(`
      "cluster production
               targets  series   used  dropped by keep  samples/s
      shop           7   1,799  1,235       564 (31 %)         51
        shop         6   1,524  1,230       294 (19 %)         51  assumed 10 of each status; assumed 48 that no catalogue declares
        cache        1     275      5       270 (98 %)        0.2  measured of redis_exporter 1.86; keeps 5
      all            8   1,852  1,240       612 (33 %)         53

      memory  1,582 series × 3.5 KiB × 2 + 88 MiB = 99 MiB
      disk    53 samples a second × 35d × 2 bytes = 304 MiB, and 3.7 MiB of the write-ahead log
      its platform is not described, so what it is given is not held against what it needs
      without what the platform scrapes for itself: say how large the cluster is, size: { nodes: 3, pods: 60 }
      "
    `);
  });

  test('ends well where nothing is known to be too small', () => {
    expect(costOf([]).code).toBe(0);
  });

  test('fails where a Prometheus is given less than it needs', () => {
    const platform = kubePrometheusStack({
      prometheus: { resources: { requests: { memory: '64Mi' }, limits: { memory: '64Mi' } } },
    });
    expect(costOf([], [cluster('production', { platform, applications: [small] })]).code).toBe(1);
  });

  test('tells with what the platform brings where it is known how large the cluster is', () => {
    const sized = cluster('production', { size: { nodes: 3, pods: 60 }, applications: [] });
    expect(costOf([], [sized]).text).toMatchInlineSnapshot(`
      "cluster production
                          targets  series    used  dropped by keep  samples/s
      kube-state-metrics            3,605                                 120  platform, measured
      cAdvisor                      6,015                                 201  platform, assumed
      kubelet                       6,015                                 201  platform, assumed
      node_exporter                 1,584                                  53  platform, measured
      Prometheus                      558                                  19  platform, measured
      Alertmanager                    270                                   9  platform, measured
      all                       0  18,047  18,047                -        602

      memory  18,047 series × 3.5 KiB × 2 + 88 MiB = 211 MiB
      disk    602 samples a second × 35d × 2 bytes = 3.4 GiB, and 42 MiB of the write-ahead log
      its platform is not described, so what it is given is not held against what it needs
      without the API server, which brings some ten thousand series more
      "
    `);
  });

  test('gives programs numbers', () => {
    const json: unknown = JSON.parse(costOf(['--json', '--cluster', 'production']).text);
    expect(valueAt(json, ['places', 0, 'applications', 0])).toMatchObject({
      name: 'shop',
      targets: 7,
      scrapes: [{ name: 'shop', seriesPerTarget: 254, assumedLabels: ['status'] }, { name: 'cache' }],
    });
  });

  test('gives programs all places unless asked for one', () => {
    const json: unknown = JSON.parse(costOf(['--json']).text);
    const found = isObject(json) ? json['places'] : undefined;
    expect(found).toHaveLength(2);
  });

  test('is coloured only where it is shown on a terminal', () => {
    const escape = String.fromCharCode(27);
    expect([costOf([]).text.includes(escape), costOf([], places, true).text.includes(escape)]).toEqual([
      false,
      true,
    ]);
  });

  test('names the cluster that is meant', () => {
    expect(refusalOf(['--cluster', 'prodction'])).toBe('There is no cluster prodction: write production');
  });

  test('names the application that is meant', () => {
    expect(refusalOf(['--application', 'shp'])).toBe('There is no application shp: write shop');
  });
});
