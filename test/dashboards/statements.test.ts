import { describe, expect, test } from '@jest/globals';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { sessionPanel } from '#dashboards/postgres.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { queryPanels, replicationLagPanel } from '#dashboards/statements.js';
import {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
import { count } from '#promql/unit/limit.js';
import { rendered, shop } from './fixture.js';
import { told } from './told.js';

const metrics = { ...postgresExporterMetrics, ...postgresExporterSince['0.17'] };
const alerts = { tooManyConnections: tooManyConnections(called('Shop'), metrics, { most: count(100) }) };
const queries = queryPanels(postgresStatementMetrics);
const lag = replicationLagPanel(postgresExporterSince['0.13']);
const connections = sessionPanel(metrics, alerts);

test('the panels stand on one dashboard with the limit of the alert', () => {
  const model = dashboardModel(
    shop([queries.time, queries.count, lag, connections], { alerts: alertsOf(alerts) }),
  );
  expect(model.panels?.map(({ title }) => title)).toEqual([
    'Query Performance',
    'Queries per Second',
    'Replication Lag',
    'Connections',
  ]);
});

describe('query performance', () => {
  const series = {
    'pg_stat_statements_calls_total{queryid="1"}': '0+540x10',
    'pg_stat_statements_calls_total{queryid="2"}': '0+60x10',
    'pg_stat_statements_seconds_total{queryid="1"}': '0+0x10',
    'pg_stat_statements_seconds_total{queryid="2"}': '0+300x10',
  };

  test('is the mean time of all queries, not the mean of statements', async () => {
    expect(await told(queries.time, 0, series, { '{}': 0.5 })).toBe('');
  });

  test('has how many there are a second beside it', async () => {
    expect(await told(queries.count, 0, series, { '{}': 10 })).toBe('');
  });

  test.each([
    ['time', queries.time, 's'],
    ['count', queries.count, 'cps'],
  ])('has one unit, that of %s', (_, panel, unit) => {
    expect(rendered(panel).fieldConfig).toMatchObject({ defaults: { unit }, overrides: [] });
  });
});

test('a primary, which says 0 whatever its standbys do, is left out of their lag', async () => {
  const series = {
    'pg_replication_lag_seconds{instance="primary"}': '0x10',
    'pg_replication_is_replica{instance="primary"}': '0x10',
    'pg_replication_lag_seconds{instance="standby"}': '7x10',
    'pg_replication_is_replica{instance="standby"}': '1x10',
  };
  expect(await told(lag, 0, series, { '{instance="standby"}': 7 })).toBe('');
});

describe('connections are', () => {
  const series = {
    'pg_stat_activity_count{instance="a", state="active", wait_event_type="Lock"}': '2x10',
    'pg_stat_activity_count{instance="a", state="active", wait_event_type=""}': '3x10',
    'pg_stat_activity_count{instance="a", state="idle", wait_event_type="Client"}': '40x10',
  };

  test.each([
    ['all', 0, { '{instance="a"}': 45 }],
    ['active', 1, { '{}': 5 }],
    ['waiting', 2, { '{}': 2 }],
  ])('%s', async (_, nth, samples) => {
    expect(await told(connections, nth, series, samples)).toBe('');
  });

  test('drawn with the line at which there are too many', () => {
    expect(rendered(connections).fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'transparent' },
      { value: 100, color: 'yellow' },
    ]);
  });
});
