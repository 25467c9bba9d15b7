import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { valueAt } from '#ground/field.js';
import { platformWith, seoul, thanosManifests, whole } from '../cluster/thanos.js';
import { metricRelabelConfigs } from '../operator/relabelings.js';
import { sharding } from '../operator/sharding.js';
import { eventually } from '#servers/eventually.js';
import { type Sample, query } from './query.js';
import { withServer } from '#servers/server.js';
import { type Serving, exposing } from './serving.js';

const shards = 2;
const many = 8;

/** The relabelings of the monitor of Query, where its platform has shards. */
const undealt = metricRelabelConfigs(
  valueAt(
    thanosManifests(seoul(platformWith(whole, shards))).find(
      ({ kind, metadata: { name } }) => kind === 'ServiceMonitor' && name === 'thanos-query',
    ),
    ['spec', 'endpoints', 0, 'relabelings'],
  ),
);

describe('two real Prometheus, among which targets are dealt as the operator deals them', () => {
  const open: Serving[] = [];
  const seen: (readonly Sample[])[] = [];
  const sums: number[] = [];
  let addresses: readonly string[] = [];

  beforeAll(async () => {
    const targets = await Promise.all(
      Array.from({ length: many }, () => exposing('# TYPE orders gauge\norders 1\n')),
    );
    const watched = await exposing('# TYPE thanos gauge\nthanos 1\n');
    open.push(...targets, watched);
    addresses = targets.map(({ address }) => address);
    const deal = (shard: number) => sharding(shard, shards);
    const configOf = (shard: number) => ({
      global: { scrape_interval: '200ms', scrape_timeout: '200ms' },
      scrape_configs: [
        { job_name: 'shop', static_configs: [{ targets: addresses }], relabel_configs: deal(shard) },
        {
          job_name: 'thanos',
          static_configs: [{ targets: [watched.address] }],
          relabel_configs: [...undealt, ...deal(shard)],
        },
        {
          // By a label of its own, so that it is known who gets which.
          job_name: 'by-hand',
          static_configs: [
            { targets: [watched.address], labels: { __tmp_hash: 'seoul' } },
            { targets: [watched.address], labels: { __tmp_hash: 'busan', part: '2' } },
          ],
          relabel_configs: deal(shard),
        },
      ],
    });
    await Promise.all(
      [0, 1].map((shard) =>
        withServer('prometheus', { config: JSON.stringify(configOf(shard)) }, async (url) => {
          const scrapedAll = async () => {
            const active = await query(url, 'up');
            const missing = await query(url, 'up == 0');
            return active.length > 0 && missing.length === 0 ? active : undefined;
          };
          // All targets of one configuration are scraped within one interval of each other.
          await eventually('the first scrapes', scrapedAll, 15_000);
          await new Promise((resolve) => setTimeout(resolve, 1_000));
          seen[shard] = await query(url, 'up == 1');
          sums[shard] = (await query(url, 'sum(orders)'))[0]?.value ?? 0;
        }),
      ),
    );
  }, 40_000);
  afterAll(() => open.forEach(({ close }) => close()));

  const instances = (shard: number, job: string): readonly string[] =>
    (seen[shard] ?? [])
      .filter(({ labels }) => labels['job'] === job)
      .map(({ labels: { instance = '' } }) => instance);

  test('have all of them together, each once', () => {
    expect([...instances(0, 'shop'), ...instances(1, 'shop')].sort()).toEqual([...addresses].sort());
  });

  test('come each to a part of the sum, which no rule on one of them knows', () => {
    expect([sums.reduce((sum, each) => sum + each), Math.max(...sums) <= many]).toEqual([many, true]);
  });

  test('both scrape what watches them', () => {
    expect([instances(0, 'thanos').length, instances(1, 'thanos').length]).toEqual([1, 1]);
  });

  test('are dealt to by a label where one is given', () => {
    expect(instances(0, 'by-hand').length + instances(1, 'by-hand').length).toBe(2);
  });
});
