import { expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { uploadFailed } = packs.uploads;

test('the first failure of a series is counted like any other', () => {
  expect(oneLine(uploadFailed)).toMatchInlineSnapshot(
    `"floor(sum by (bucket) (canteen_uploads_total{namespace="canteen", status="failure"} unless canteen_uploads_total{namespace="canteen", status="failure"} offset 5m or increase(canteen_uploads_total{namespace="canteen", status="failure"}[5m]))) > 0"`,
  );
});

test('it does not wait', () => {
  expect(uploadFailed.for).toBe('0s');
});

test('it is proven to fire within two minutes', () => {
  expect(uploadFailed.fires.map(({ within }) => within)).toEqual(['2m', '2m', '2m']);
});
