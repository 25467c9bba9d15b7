import { describe, expect, test } from '@jest/globals';
import { routePanels, routeTable } from '#dashboards/routes.js';
import { labelValues } from '#dashboards/variable.js';
import { duration, rendered, requests } from './fixture.js';
import { told } from './told.js';

const path = labelValues('path', requests, { multiple: true });
const http = { requests, duration };
const table = routeTable(http, { by: ['path'], chooses: { path } });
const panels = routePanels({ ...http, requests: requests.where({ path }) }, { by: ['path'] });

const series = {
  'shop_requests_total{path="/", status="200"}': '0+60x10',
  'shop_requests_total{path="/", status="500"}': '0+20x10',
  'shop_requests_total{path="/well", status="200"}': '0+60x10',
  'shop_requests_total{path="/idle", status="200"}': '100x10',
};

describe('the table of endpoints', () => {
  test('has the share that fails of each that is asked, 0 where none does', async () => {
    expect(await told(table, 1, series, { '{path="/"}': 0.25, '{path="/well"}': 0 })).toBe('');
  });

  test('leaves out what nobody asked', async () => {
    expect(await told(table, 0, series, { '{path="/"}': 1.33, '{path="/well"}': 1 })).toBe('');
  });

  test('has what fails most at the top', () => {
    expect(rendered(table, { variables: [path] }).options).toMatchObject({
      sortBy: [{ displayName: '5xx', desc: true }],
    });
  });

  test('has rate, failures and three quantiles', () => {
    expect(rendered(table, { variables: [path] }).targets).toHaveLength(5);
  });
});

test('endpoints over time are those that are chosen', () => {
  expect(panels.requests.queries.map(({ expr }) => JSON.stringify(expr).includes('"$path"'))).toEqual([
    true,
    true,
  ]);
});
