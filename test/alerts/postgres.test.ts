import { expect, test } from '@jest/globals';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

test('a missing exporter says nothing of the database (mistake 40)', () => {
  expect(oneLine(packs.postgres.databaseDown)).toMatchInlineSnapshot(
    `"min(last_over_time(pg_up{namespace="shop-prod"}[2m])) == 0"`,
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
