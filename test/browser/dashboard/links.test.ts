import { describe, expect, test } from '@jest/globals';
import { linksByTags, readTaggedLinks } from '#browser/dashboard/model/link.js';

const link = { type: 'dashboards', title: 'Shop', tags: ['shop'], keepTime: true, includeVars: true };
const all = [
  { uid: 'shop-overview', title: 'Overview', tags: ['shop'] },
  { uid: 'shop-api', title: 'API', tags: ['shop', 'team-a'] },
  { uid: 'bakery', title: 'Bakery', tags: ['bakery'] },
];
const from = (given: readonly object[]) => linksByTags(readTaggedLinks(given), all, 'shop-overview');

describe('A link by tags', () => {
  test('leads to every dashboard that has them, but for the one on which it stands', () => {
    expect(from([link]).map(({ title, url }) => [title, url])).toEqual([['API', '/d/shop-api']]);
  });

  test('keeps the time and what is chosen where it says so', () => {
    expect(from([link])).toMatchObject([{ keepsTime: true, keepsVariables: true, isBeside: false }]);
  });

  test('is none that has an address', () => {
    expect(from([{ type: 'link', title: 'Wiki', url: 'https://example.com' }])).toEqual([]);
  });
});
