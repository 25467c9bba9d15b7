import { describe, expect, test } from '@jest/globals';
import type { Unit } from '#promql/unit/unit.js';
import type { Vector } from '#promql/vector/vector.js';
import { alerting, openBaskets, shop, stock, tooMany, unwatched } from '../synth/estate/shop.js';
import { firing } from './firing.js';

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
