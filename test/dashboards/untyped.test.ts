import { describe, expect, test } from '@jest/globals';
import { dashboard } from '#dashboards/dashboard.js';
import { gauge as dial } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { choice, labelValues } from '#dashboards/variable.js';
import { gauge } from '#promql/metric/declare.js';
import { count, percent } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { untyped } from '../untyped.js';

const baskets = gauge('shop_baskets', { help: 'Baskets', labels: ['provider'] });
const signal = sum(value(baskets), { by: ['provider'] });
const used = sum(value(gauge('shop_memory_bytes', { help: 'Memory' })));
const drawn = (facts: object) => untyped(timeseries, 'Baskets', { signal, ...facts });
const listed = (facts: object) =>
  untyped(table, 'Baskets', { columns: { provider: 'Provider' }, numbers: { Open: signal }, ...facts });
const board = (facts: object) =>
  untyped(dashboard, 'Shop', {
    application: 'shop',
    description: 'How the shop is.',
    panels: [timeseries('Baskets', { signal })],
    ...facts,
  });

describe('where types are put aside, a dashboard is refused for (mistake 86)', () => {
  test.each([
    [
      'a unit of another kind',
      drawn({ unit: 's' }),
      "panel 'Baskets' in count: unit: 's' is none of short, none, locale",
    ],
    ['a unit of a number', untyped(stat, 'Open', { signal, unit: 'percent' }), "'percent' is none of short"],
    [
      'the end of an axis in another unit',
      drawn({ max: percent(100) }),
      'max: the values are in count, not in ratio',
    ],
    [
      'a limit of which nobody is told',
      drawn({ limits: count(5) }),
      "panel 'Baskets': limits: it is no alert, and nobody is told of what lies beyond it",
    ],
    ['a limit at a colour', drawn({ limits: { red: count(5) } }), 'limits: it is no alert'],
    ['a limit among alerts', drawn({ limits: [count(5)] }), 'limits[0]: it is no alert'],
    [
      'what looks like an alert',
      drawn({ limits: [{ severity: 'critical', condition: { operator: '>', limit: count(5) } }] }),
      'limits[0]: it is no alert',
    ],
    [
      'a dial’s limit',
      untyped(dial, 'Open', { signal, max: count(9), limits: { red: count(5) } }),
      'limits: it is no alert',
    ],
    [
      'a number’s limit',
      untyped(stat, 'Open', { signal, limits: { red: count(5) } }),
      'limits: it is no alert',
    ],
    [
      'two units on one axis',
      untyped(timeseries, 'Both', { queries: [query(signal), query(used)] }),
      'is in bytes, and the first query is in count',
    ],
    ['a gauge that is never full', untyped(dial, 'Open', { signal }), 'it does not say when it is full'],
    [
      'a heatmap of no histogram',
      untyped(heatmap, 'Open', { histogram: baskets }),
      'bucketsOf is of a histogram',
    ],
    [
      'a column of no label',
      listed({ columns: { providr: 'Provider' } }),
      "columns.providr: 'providr' is none of provider; write provider",
    ],
    [
      'an order by no number',
      listed({ greatestFirst: 'Opn' }),
      "greatestFirst: 'Opn' is none of Open; write Open",
    ],
    ['the unit of a column', listed({ units: { Open: 's' } }), "units.Open: 's' is none of short"],
    ['a variable of no label', untyped(labelValues, 'providr', baskets), "'providr' is none of provider"],
    ['a choice of nothing', untyped(choice, 'track', []), 'there is nothing to choose'],
    [
      'a kind of panel',
      board({ panels: [{ ...timeseries('Baskets', { signal }), kind: 'graph' }] }),
      "panels[0].kind: 'graph' is none of timeseries",
    ],
    ['how far back it shows', board({ last: '6hours' }), "last: duration '6hours'"],
    ['a language', board({ language: 'kr' }), "language: 'kr' is none of ko, en"],
    [
      'a link that runs a script',
      board({ links: [{ title: 'x', url: 'javascript:alert(1)' }] }),
      "'javascript:alert(1)' is no address of a page",
    ],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });

  test('a link with a login, which is not told', () => {
    const links = [{ title: 'Wiki', url: 'https://admin:hunter2@wiki.example.org' }];
    expect(board({ links })).toThrow(/^(?![^]*hunter2)[^]*links\[0\]\.url: it holds a login/);
  });
});
