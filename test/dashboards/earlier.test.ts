import { describe, expect, test } from '@jest/globals';
import { persesSpec } from '#dashboards/perses/dashboard.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { dashboardV2 } from '#dashboards/v2/dashboard.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { rendered, requestRate, requests, shop } from './fixture.js';

const description = 'How many there are.';
const all = sum(rate(requests, '5m'));
const panel = timeseries('Requests', { description, signal: all, earlier: ['1d', '1w'] });

describe('A panel that shows what was a day and a week ago', () => {
  test('asks for it behind what is now', () => {
    expect(rendered(panel).targets).toMatchObject([
      { expr: 'sum(rate(shop_requests_total[5m]))', legendFormat: 'Requests' },
      { expr: 'sum(rate(shop_requests_total[5m] offset 1d))', legendFormat: 'a day ago' },
      { expr: 'sum(rate(shop_requests_total[5m] offset 1w))', legendFormat: 'a week ago' },
    ]);
  });

  test('draws it dashed and grey, and what is now as ever', () => {
    const drawn = expect.arrayContaining([
      { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
      { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
    ]);
    expect(rendered(panel).fieldConfig?.overrides).toMatchObject([
      { matcher: { options: 'B' }, properties: drawn },
      { matcher: { options: 'C' }, properties: drawn },
    ]);
  });

  test('calls each by its series where there are several', () => {
    const byPath = timeseries('Paths', { description, signal: requestRate('5m'), earlier: ['3h'] });
    expect(byPath.queries.map(({ legend }) => legend)).toEqual(['{{path}}', '{{path}}, 3h ago']);
  });

  test('compares nothing with what is a comparison itself', () => {
    const queries = [query(all, 'now'), query(all, 'possible', { dashed: true })] as const;
    const drawn = timeseries('Both', { description, queries, earlier: ['1d'] });
    expect(drawn.queries.map(({ legend }) => legend)).toEqual(['now', 'possible', 'now, a day ago']);
  });

  test('asks the same of Perses', () => {
    expect(JSON.stringify(persesSpec(shop([panel])))).toContain('offset 1w');
  });

  test("asks the same in Grafana's second model", () => {
    expect(JSON.stringify(dashboardV2(shop([panel])))).toContain('offset 1w');
  });
});

test.each([
  ['now', '0s', '0s ago is now'],
  ['no length of time', 'yesterday', 'yesterday'],
])('%s is no time ago', (_, ago, why) => {
  const given: object = { description, signal: all, earlier: [ago] };
  expect(() => timeseries('Requests', Object.assign({ description, signal: all }, given))).toThrow(why);
});
