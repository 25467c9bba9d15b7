import { expect, test } from '@jest/globals';
import type { ApplicationSpec } from '#application/application.js';
import { dashboard } from '#dashboards/dashboard.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { rawPanelQuery } from '#dashboards/raw-query.js';
import { everyRawQueryIsToldOf } from '#laws/raw-panels.js';
import { bakery, shop } from '../synth/estate/shop.js';

const asking = (...queries: readonly string[]): NonNullable<ApplicationSpec['dashboards']> => [
  (about) =>
    dashboard('Taken over', {
      ...about,
      description: 'What others drew.',
      panels: [drawn.timeseries('All', { queries: queries.map((each) => rawPanelQuery(each)) })],
    }),
];
const told = (...queries: readonly string[]) =>
  everyRawQueryIsToldOf({ applications: [shop({ dashboards: asking(...queries) }), bakery()], objects: [] });

test('queries as text that read what nothing of the estate exports are told of, once for each dashboard', () => {
  expect(told('sum by ($by) (node_load1)', 'rate(shop_requests_total[$window])', 'node_load5')).toEqual([
    {
      where: 'shop/dashboards/shop-taken-over',
      what: '',
      code: 'no-such-metric',
      why: 'Taken over has queries as text that read node_load1, node_load5, which nothing of the estate exports',
      cure: 'look whether somebody else scrapes it: if nobody does, these panels stay empty',
      isHint: true,
    },
  ]);
});

test('more of them than a line holds are counted', () => {
  expect(told(...[1, 2, 3, 4, 5, 6, 7].map((i) => `other_${i}`))).toMatchObject([
    { why: expect.stringMatching(/read other_1, other_2, other_3, other_4, other_5 and 2 more, which/) },
  ]);
});

test.each([
  ['what another application exports', 'sum(stock_items)'],
  ['what a variable names', 'sum(${metric}_total)'],
  ['what is no PromQL', 'SELECT 1'],
])('%s is not told of', (_, promql) => {
  expect(told(promql)).toEqual([]);
});
