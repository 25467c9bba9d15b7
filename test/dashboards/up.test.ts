import { describe, expect, test } from '@jest/globals';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { called } from '#alerts/text/subject.js';
import { query } from '#dashboards/query.js';
import { upPanel } from '#dashboards/up.js';
import { gauge } from '#promql/metric/declare.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { rendered } from './fixture.js';

const up = gauge('shop_up', { help: 'Whether the shop is up.', unit: 'boolean' });
const one = query(max(value(up)), 'shop');
const alert = databaseDown(called('Shop'), { up });
const { signal } = alert.condition;
const watched = { ...one, expr: signal };

describe('What is up over time', () => {
  test('is a bar for each thing', () => {
    expect(rendered(upPanel('Up', { queries: [one] })).type).toBe('state-timeline');
  });

  test('is as high as there are bars', () => {
    const heights = [upPanel('Up', { queries: [one] }), upPanel('Up', { queries: [one, one, one] })];
    expect(heights.map(({ height }) => height)).toEqual([3, 5]);
  });

  test('says UP and DOWN in words, not by colours alone', () => {
    expect(rendered(upPanel('Up', { queries: [one] })).fieldConfig?.defaults.mappings).toMatchObject([
      { options: { 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } } },
    ]);
  });

  test('says other words where they are given', () => {
    const panel = upPanel('Shards', { queries: [one], values: { 1: { text: 'RED', color: 'red' } } });
    expect(rendered(panel).fieldConfig?.defaults.mappings).toMatchObject([
      { options: { 1: { text: 'RED' } } },
    ]);
  });

  test('counts as drawing an alert on one of them', () => {
    const panel = upPanel('Up', { queries: [watched], limits: [alert] });
    expect(drawnAlerts([alert])(panel)).toEqual([alert]);
  });
});
