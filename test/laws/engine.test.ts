import { describe, expect, test } from '@jest/globals';
import { cluster } from '#cluster/cluster.js';
import type { Duration } from '#ground/duration.js';
import { everyBucketHasOneCompactor, everyEngineFits } from '#laws/engine.js';
import { alone } from '#platform/engine/alone.js';
import { type Thanos, thanos } from '#platform/engine/thanos.js';
import { keeps, shows } from '#platform/keeps.js';
import type { Platform } from '#platform/platform.js';
import { platformWith, ruling, seoul, uploading, whole } from '../cluster/thanos.js';

const keeping = (engine: Platform['engine'], retention: Duration): Platform => {
  const platform = platformWith(engine);
  return { ...platform, prometheus: { ...platform.prometheus, retention } };
};

const codes = (platform: Platform, spec: Parameters<typeof seoul>[2] = {}) =>
  everyEngineFits({ applications: [], objects: [], cluster: seoul(platform, [], spec) }).map(
    ({ code }) => code,
  );

describe('a Prometheus whose sidecar writes into a bucket', () => {
  test.each<[Duration, readonly string[]]>([
    ['2h', ['gone-before-uploaded']],
    ['6h', []],
    ['1d', []],
  ])('keeps %s', (retention, expected) => {
    expect(codes(keeping(uploading, retention))).toEqual(expected);
  });

  test('has nothing to keep for it where there is none', () => {
    expect(codes(keeping(alone, '2h'))).toEqual([]);
  });
});

describe('a ruler', () => {
  const { alertmanager: _, ...without } = platformWith(whole);

  test('is refused where nobody is told', () => {
    expect(codes(without)).toEqual(['ruler-tells-nobody']);
  });

  test('tells the Alertmanager of another cluster', () => {
    expect(codes(without, { addresses: { alertmanager: 'https://alertmanager.example.org' } })).toEqual([]);
  });
});

describe('a bucket', () => {
  const both = (first: Thanos, second: Thanos) =>
    everyBucketHasOneCompactor([
      seoul(platformWith(first)),
      cluster('busan', { platform: platformWith(second), applications: [] }),
    ]).map(({ where, code }) => `${where} ${code}`);
  const elsewhere = thanos({ ...whole, objectStorage: { ...whole.objectStorage, bucket: 'busan-blocks' } });

  test('has one compactor', () => {
    expect(both(whole, whole)).toEqual(['busan/platform/engine.compactor two-compactors']);
  });

  test.each([
    ['one of two clusters has a compactor', uploading],
    ['each has its own', elsewhere],
  ])('is fine where %s', (_, second) => {
    expect(both(whole, second)).toEqual([]);
  });
});

describe('how far back', () => {
  const local = thanos({ ...whole, ruler: { ...ruling, evaluates: 'over clusters' } });

  test.each([
    ['rules read on a Prometheus alone', keeps(keeping(alone, '7d')), '7d'],
    ['rules read by a ruler: raw samples of the bucket', keeps(keeping(whole, '7d')), '30d'],
    ['rules read that are left to Prometheus', keeps(keeping(local, '7d')), '7d'],
    ['rules read where nobody here says how long the bucket keeps', keeps(keeping(uploading, '7d')), '7d'],
    ['panels show of a Prometheus alone', shows(keeping(alone, '7d')), '7d'],
    [
      'panels show of a bucket, which asks for raw samples where it asks for one value',
      shows(keeping(local, '7d')),
      '30d',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
