import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { type ClusterSpec, cluster } from '#cluster/cluster.js';
import { everyServerHoldsItsSeries } from '#laws/server-size.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { shop, shopMetrics, web } from '../synth/estate/shop.js';

const large = shop({
  scrapes: [
    scrape(web, {
      port: 'http',
      interval: '30s',
      metrics: [shopMetrics],
      expects: { targets: 50, combinations: { shop_requests_total: 2_000 }, undeclared: 0 },
    }),
  ],
  exporters: [],
});
/** 2 namespaces × 50 pods × (2,000 + 1 + 5) series. */
const series = '200,600';
const told = (prometheus: object, spec: Partial<ClusterSpec> = {}) => {
  const platform = kubePrometheusStack({ prometheus });
  const here = cluster('production', { platform, applications: [large], ...spec });
  return everyServerHoldsItsSeries({ applications: here.applications, objects: [], cluster: here });
};
const enough = {
  retention: '15d',
  retentionSize: '40GB',
  storage: { size: '60Gi' },
  resources: { requests: { memory: '4Gi' }, limits: { memory: '4Gi' } },
};

describe('a Prometheus of a platform that is described', () => {
  test('is told nothing of where it has what its series need', () => {
    expect(told(enough)).toEqual([]);
  });

  test('is told that it has too little memory, with the arithmetic, as a hint', () => {
    expect(
      told({ ...enough, resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } }),
    ).toMatchObject([
      {
        where: 'production/platform',
        code: 'server-too-small',
        isHint: true,
        why: `Prometheus needs more memory than the 1.0 GiB that it is given: ${series} series × 3.5 KiB × 2 + 88 MiB = 1.4 GiB`,
        cure: 'give it 1.4 GiB, or deal its targets among several: shards: 2',
      },
    ]);
  });

  test('is told nothing where so little memory is that of each of its shards', () => {
    expect(
      told({ ...enough, shards: 2, resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } }),
    ).toEqual([]);
  });

  test('is told that samples are gone before their time', () => {
    expect(told({ ...enough, retentionSize: '8GB' })).toMatchObject([
      {
        code: 'server-too-small',
        what: 'retention',
        why: 'samples are gone after 7.4 days and not after 15d: 6,687 samples a second × 15d × 2 bytes = 16 GiB, and all over 8.0 GiB is removed',
      },
    ]);
  });

  test('is told that its volume fills up', () => {
    const volume = { retention: '1d', storage: { size: '1536Mi' }, retentionSize: '1200MB' };
    expect(told({ ...enough, ...volume })).toMatchObject([
      {
        what: 'storage',
        why: 'the volume of 1.5 GiB fills up: 1.1 GiB of blocks and 465 MiB of the write-ahead log, which retentionSize does not count',
        cure: 'make it 1.8 GiB, or lower retentionSize',
      },
    ]);
  });

  test('holds more where it is known how large its cluster is', () => {
    const here = { ...enough, resources: { requests: { memory: '2Gi' }, limits: { memory: '2Gi' } } };
    expect(told(here, { size: { nodes: 30, pods: 900 } }).map(({ what }) => what)).toContain('memory');
  });
});

test('of a platform that nobody describes nothing is told', () => {
  const here = cluster('production', { applications: [large] });
  expect(everyServerHoldsItsSeries({ applications: here.applications, objects: [], cluster: here })).toEqual(
    [],
  );
});
