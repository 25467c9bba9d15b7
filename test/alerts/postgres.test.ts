import { expect, test } from '@jest/globals';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { databaseDown } = packs.postgres;

test('a missing exporter counts as a database that is down', () => {
  expect(oneLine(databaseDown)).toMatchInlineSnapshot(
    `"(min(pg_up{namespace="shop-prod"}) or vector(0)) == 0"`,
  );
});

test('it concerns the database', () => {
  expect(databaseDown.component).toBe('database');
});
