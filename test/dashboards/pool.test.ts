import { expect, test } from '@jest/globals';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { poolPanels } from '#dashboards/pool.js';
import { gauge } from '#promql/metric/declare.js';
import { count, percent } from '#promql/unit/limit.js';
import { oneLine } from '../alerts/one-line.js';
import { rendered } from './fixture.js';

const metrics = { inUse: gauge('shop_db_connections', { help: 'Connections checked out' }) };
const pool = { size: count(30), used: percent(90) };
const alerts = { databasePoolExhausted: databasePoolExhausted(called('Shop'), metrics, pool) };
const { inUse } = poolPanels(metrics, pool, alerts);
const { description, fieldConfig } = rendered(inUse, { alerts: alertsOf(alerts) });

test('each instance has its share of its pool', () => {
  expect(inUse.queries.map(oneLine)).toEqual(['max by (instance) (shop_db_connections) / 30']);
});

test('the axis ends at the whole pool, with a red line where the alert fires', () => {
  expect([fieldConfig?.defaults.max, fieldConfig?.defaults.thresholds?.steps]).toEqual([
    1,
    [
      { value: null, color: 'transparent' },
      { value: 0.9, color: 'red' },
    ],
  ]);
});

test('the panel tells what the alert means', () => {
  expect(description).toContain('**DatabasePoolExhausted** (critical');
});
