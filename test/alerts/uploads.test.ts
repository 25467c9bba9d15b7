import { expect, test } from '@jest/globals';
import { override } from '../../alerts/rule/pack.js';
import { count } from '../../promql/unit/limit.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { uploadFailed } = packs.uploads;

test('the first failure of a series is counted like any other', () => {
  expect(oneLine(uploadFailed)).toMatchInlineSnapshot(
    `"floor(sum by (bucket) (last_over_time(canteen_uploads_total{namespace="canteen", status="failure"}[2m]) unless last_over_time(canteen_uploads_total{namespace="canteen", status="failure"}[2m] offset 5m) or increase(canteen_uploads_total{namespace="canteen", status="failure"}[5m]))) > 0"`,
  );
});

test('it does not wait', () => {
  expect(uploadFailed.for).toBe('0s');
});

test('of a first failure it is proven to tell within two minutes', () => {
  const first = uploadFailed.scenarios().fires.filter(({ when }) => when.includes('first'));
  expect(first.map(({ within }) => within)).toEqual(['2m', '2m']);
});

test('with another limit it no longer speaks of a single one', () => {
  expect(override(uploadFailed, { limit: count(3) }).runbook.en.meaning).toMatch(/^More than 3 uploads of /);
});
