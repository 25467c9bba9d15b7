import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { dashboardUid, isUid, panelId, slug } from '#dashboards/identity.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { note, shop } from './fixture.js';

const idsOf = (...titles: readonly string[]): ReadonlyMap<string | undefined, number | undefined> =>
  new Map(
    (dashboardModel(shop(titles.map((title) => note(title)))).panels ?? []).map(({ title, id }) => [
      title,
      id,
    ]),
  );

describe('a uid', () => {
  test('is the application and the title', () => {
    expect(dashboardUid('shop', 'Checkout (P95)')).toBe('shop-checkout-p95');
  });

  test('names the application once', () => {
    expect(dashboardUid('observer', 'Observer Production Monitoring')).toBe('observer-production-monitoring');
  });

  test('of more than 40 characters is none', () => {
    expect(isUid('a'.repeat(41))).toBe(false);
  });
});

describe('a panel id', () => {
  test('stays when a panel is put before it', () => {
    expect(idsOf('new', 'old').get('old')).toBe(idsOf('old').get('old'));
  });

  test('is the upper 31 bits of FNV-1a, by its published example', () => {
    expect(panelId('foobar')).toBe(0xbf9cf968 >>> 1);
  });

  test('is a positive 31-bit number', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (key) => Number.isInteger(panelId(key)) && panelId(key) > 0 && panelId(key) < 2 ** 31,
      ),
    );
  });

  test('stays when the title changes and the key does not', () => {
    const renamed = { ...note('new title'), key: slug('old title') };
    expect(dashboardModel(shop([renamed])).panels?.[0]?.id).toBe(idsOf('old title').get('old title'));
  });
});
