import { expect, test } from '@jest/globals';
import { postgresAlerts } from '../../alerts/postgres.js';
import { called } from '../../alerts/text/subject.js';
import { scrapeMetrics } from '../../metrics/prometheus.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { databaseDown } = packs.postgres;

test('a missing exporter counts as a database that is down', () => {
  expect(oneLine(databaseDown)).toMatchInlineSnapshot(
    `"(min(pg_up{namespace="shop-prod"}) or vector(0)) == 0"`,
  );
});

test('up of the exporter is refused, which is 1 while the database is down (pitfall 5)', () => {
  expect(() => postgresAlerts(called('Shop'), scrapeMetrics)).toThrow(
    'up says only whether the exporter answers, which it does while its server is down; give pg_up, which the exporter exports',
  );
});

test('it concerns the database', () => {
  expect(databaseDown.component).toBe('database');
});
