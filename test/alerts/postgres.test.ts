import { expect, test } from '@jest/globals';
import { databaseDown } from '../../alerts/postgres/database-down.js';
import { called } from '../../alerts/text/subject.js';
import { scrapeMetrics } from '../../metrics/prometheus.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

test('a missing exporter counts as a database that is down', () => {
  expect(oneLine(packs.postgres.databaseDown)).toMatchInlineSnapshot(
    `"(min(pg_up{namespace="shop-prod"}) or vector(0)) == 0"`,
  );
});

test('up of the exporter is refused, which is 1 while the database is down (mistake 5)', () => {
  expect(() => databaseDown(called('Shop'), scrapeMetrics)).toThrow(
    'up says only whether the exporter answers, which it does while its server is down; give pg_up, which the exporter exports',
  );
});

test('it concerns the database', () => {
  expect(packs.postgres.databaseDown.component).toBe('database');
});
