import { describe, expect, test } from '@jest/globals';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import type { Unit } from '../../promql/unit/unit.js';
import type { Vector } from '../../promql/vector/vector.js';
import { alerting, openBaskets, shop, stock, tooMany, unwatched } from '../synth/estate/shop.js';
import { firing } from './firing.js';

const values = (of: readonly (string | number)[]): string => of.join(' ');

describe('with one scrape in sixteen failing (mistake 32)', () => {
  /** Every sixteenth scrape ends a series, as Prometheus does where it fails. */
  const failingNowAndThen = (value: number): string =>
    values(Array.from({ length: 64 }, (_, i) => (i % 16 === 15 ? 'stale' : value)));
  const disk =
    '{namespace="sogangcomputerclub", service="node-exporter", job="node", instance="m", device="/dev/sda1", fstype="ext4", mountpoint="/"}';
  const up = values(Array.from({ length: 64 }, (_, i) => (i % 16 === 15 ? 0 : 1)));
  const nearlyFull = {
    interval: '15s',
    series: {
      [`node_filesystem_avail_bytes${disk}`]: failingNowAndThen(2),
      [`node_filesystem_size_bytes${disk}`]: failingNowAndThen(100),
      [`node_filesystem_readonly${disk}`]: failingNowAndThen(0),
      ...Object.fromEntries(
        ['node', 'postgres', 'redis', 'nginx', 'fastapi'].map((job) => [
          `up{namespace="sogangcomputerclub", job="${job}", instance="m"}`,
          job === 'node' ? up : '1x63',
        ]),
      ),
    },
  };

  test('a full disk is told as soon as without', async () => {
    const [before, after] = await firing(sogangcomputerclub, nearlyFull, ['4m45s', '5m15s']);
    expect([before, after]).toEqual([[], ['critical HostDiskSpaceLow']]);
  });

  test('it is told as long as it is full', async () => {
    const moments = ['7m45s', '8m', '11m45s', '12m', '15m45s'];
    expect(await firing(sogangcomputerclub, nearlyFull, moments)).toEqual(
      moments.map(() => ['critical HostDiskSpaceLow']),
    );
  });
});

describe('what is read on over missed scrapes', () => {
  const labels = '{namespace="shop-prod", job="shop", instance="a"}';
  const told = <U extends Unit>(signal: Vector<never, U>, series: Readonly<Record<string, string>>) => {
    const groups = alerting(tooMany('TooMany', signal, { for: '0s' }));
    return (...moments: readonly string[]) =>
      firing(unwatched(shop({ groups, dashboards: [] })), { interval: '30s', series }, moments);
  };

  test('is let go of two minutes after it is gone', async () => {
    const baskets = told(openBaskets, { [`shop_baskets${labels}`]: '150x20 stale' });
    expect(await baskets('10m', '11m30s', '12m30s')).toEqual([['warning TooMany'], ['warning TooMany'], []]);
  });

  test('is added up of those series that were there at the same time', async () => {
    const moved = told(stock, {
      'stock_items{namespace="shop-prod", shelf="left"}': '90x19 stale',
      'stock_items{namespace="shop-prod", shelf="right"}': '_x20 90x40',
    });
    expect(await moved('10m', '10m30s', '11m', '12m', '15m')).toEqual([[], [], [], [], []]);
  });

  test('is a sum of series that come and go, too', async () => {
    const missed = told(stock, { 'stock_items{namespace="shop-prod", shelf="left"}': '150x20 stale 150x20' });
    expect(await missed('10m', '10m30s', '11m')).toEqual(
      ['10m', '10m30s', '11m'].map(() => ['warning TooMany']),
    );
  });
});
