import { describe, expect, test } from '@jest/globals';
import { houseFaults } from '#dashboards/check/house.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { gauge } from '#dashboards/panel/gauge.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { type SeriesColor, query } from '#dashboards/query.js';
import { rawPanelQuery } from '#dashboards/raw-query.js';
import { constant } from '#promql/vector/set.js';
import { complement } from '#promql/vector/arithmetic.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { percent, perSecond } from '#promql/unit/limit.js';
import { above, below } from '#alerts/rule/condition.js';
import { alertOn, errorRatio, latency, openBaskets, requests, storeFill, usedMemory } from '../fixture.js';

const codesOf = (panel: Panel): readonly string[] => houseFaults([panel]).map(({ code }) => code);
const all = sum(rate(requests, '5m'));
const kept = complement(sum(errorRatio('5m')));

describe('colours against words', () => {
  const over = (name: string, color: SeriesColor) =>
    timeseries('Requests', { queries: [query(all, name, { color })] });

  test('a failed series in green is refused', () => {
    expect(codesOf(over('failed', 'green'))).toEqual(['color-against-word']);
  });

  test('a completed series in red is refused', () => {
    expect(codesOf(over('completed', 'red'))).toEqual(['color-against-word']);
  });

  test('a failed series in red is as it should be', () => {
    expect(codesOf(over('failed', 'red'))).toEqual([]);
  });

  test('other colours say nothing of well or failing', () => {
    expect(codesOf(over('cancelled', 'grey'))).toEqual([]);
  });

  test('the labels of a legend are no words of it', () => {
    const byPath = timeseries('Requests', {
      queries: [query(sum(rate(requests, '5m'), { by: ['path'] }), '{{path}}', { color: 'green' })],
    });
    expect(codesOf(byPath)).toEqual([]);
  });

  test('a slice of a pie is held to its word', () => {
    const pie = piechart('Statuses', { signal: all, legend: 'all', colors: { '5xx': 'green' } });
    expect(codesOf(pie)).toEqual(['color-against-word']);
  });

  test('a state is held to its word', () => {
    const states = { 0: { text: 'DOWN', color: 'green' }, 1: { text: 'UP', color: 'green' } };
    expect(codesOf(stat('Shop', { signal: openBaskets, legend: 'shop', values: states }))).toEqual([
      'color-against-word',
    ]);
  });

  test('a value of a column is held to its word', () => {
    const phases = table('Pods', {
      rows: sum(rate(requests, '5m'), { by: ['status'] }),
      columns: { status: 'Status' },
      values: { status: { Failed: { color: 'green' } } },
    });
    expect(codesOf(phases)).toEqual(['color-against-word']);
  });
});

describe('states without colour', () => {
  const dots = (left: string, right: string) =>
    stat('Shop', {
      signal: openBaskets,
      legend: 'shop',
      values: { 0: { text: left, color: 'red' }, 1: { text: right, color: 'green' } },
    });

  test('two that are one dot are refused', () => {
    expect(codesOf(dots('●', '●'))).toEqual(['told-by-color-alone']);
  });

  test('two with words of their own are as they should be', () => {
    expect(codesOf(dots('DOWN', 'UP'))).toEqual([]);
  });
});

describe('decimals of a share beside its objective', () => {
  const beside = (objective: number, decimals?: number) =>
    stat('Availability', {
      queries: [query(kept, 'now'), query(constant(percent(objective)), 'objective')],
      ...(decimals !== undefined && { decimals }),
    });

  test.each([
    [99.9, 3],
    [99.95, 4],
    [99, 2],
  ])('an objective of %s%% is told from a breach by %s', (objective, decimals) => {
    expect([codesOf(beside(objective, decimals)), codesOf(beside(objective, decimals - 1))]).toEqual([
      [],
      ['objective-rounded-away'],
    ]);
  });

  test('those that Grafana chooses are too few', () => {
    expect(codesOf(beside(99.9))).toEqual(['objective-rounded-away']);
  });

  test('what is to be had of a resource is no objective', () => {
    expect(codesOf(beside(80))).toEqual([]);
  });

  test('a limit under which a share must not fall is one', () => {
    const low = alertOn('KeptTooLow', 'critical', below(kept, percent(99.5)));
    expect(codesOf(stat('Kept', { signal: kept, limits: [low] }))).toEqual(['objective-rounded-away']);
  });

  test('a limit that a share must not exceed is none', () => {
    const full = alertOn('StoreFull', 'critical', above(storeFill, percent(90)));
    expect(codesOf(gauge('Stores', { signal: storeFill, limits: [full] }))).toEqual([]);
  });
});

describe('limits over other quantities', () => {
  const errors = sum(errorRatio('5m'));
  const tooMany = alertOn('TooManyErrors', 'critical', above(errors, percent(70)));
  const fullest = sum(storeFill);
  const full = (limit: number) => alertOn('StoreFull', 'critical', above(fullest, percent(limit)));
  const both = [query(errors, 'errors'), query(fullest, 'stores')] as const;

  test('a line that crosses what it is no limit of is refused', () => {
    expect(codesOf(timeseries('Usage', { queries: both, limits: [tooMany] }))).toEqual([
      'limit-over-another',
    ]);
  });

  test('a line that is the same for both is one of both', () => {
    expect(codesOf(timeseries('Usage', { queries: both, limits: [tooMany, full(70)] }))).toEqual([]);
  });

  test('two lines that cross both are refused', () => {
    expect(codesOf(timeseries('Usage', { queries: both, limits: [tooMany, full(80)] }))).toEqual([
      'limit-over-another',
      'limit-over-another',
    ]);
  });

  test('what is dashed is there for comparison', () => {
    const queries = [query(errors, 'errors'), query(fullest, 'stores', { dashed: true })] as const;
    expect(codesOf(timeseries('Usage', { queries, limits: [tooMany] }))).toEqual([]);
  });

  test('percentiles of one histogram are one quantity', () => {
    const slow = alertOn('Slow', 'critical', above(latency('5m'), { unit: 'seconds', value: 1 }));
    const queries = [query(latency('5m'), '{{path}} P95'), query(latency('1h'), '{{path}} P95 1h')] as const;
    expect(codesOf(timeseries('Latency', { queries, limits: [slow] }))).toEqual([]);
  });

  test('without a limit two shares may stand side by side', () => {
    expect(codesOf(timeseries('Usage', { queries: both }))).toEqual([]);
  });

  test('what stands on an axis of its own at the right is crossed too', () => {
    const right = [query(usedMemory, '{{pod}} memory')] as const;
    expect(codesOf(timeseries('Usage', { queries: [both[0]], right, limits: [tooMany] }))).toEqual([
      'limit-over-another',
    ]);
  });
});

describe('sizes', () => {
  const sized = (width: number, height: number, sparkline = false) =>
    stat('Requests', { signal: all, legend: 'requests', width, height, sparkline });

  test('a number that has half of the screen is refused', () => {
    expect(codesOf(sized(12, 8))).toEqual(['wider-than-needed']);
  });

  test('a number that is as high as the graph beside it is as it should be', () => {
    expect(codesOf(sized(6, 8))).toEqual([]);
  });

  test('the way there behind a number has room', () => {
    expect([codesOf(sized(8, 8, true)), codesOf(sized(8, 8))]).toEqual([[], ['wider-than-needed']]);
  });

  test('four numbers may have a line', () => {
    const queries = [1, 2, 3, 4].map((n) => query(constant(perSecond(n)), `n${n}`));
    const [first, ...rest] = queries;
    if (!first) throw new Error('there are four');
    expect(codesOf(stat('Numbers', { queries: [first, ...rest], width: 24 }))).toEqual([]);
  });

  test('a stat of a label may have any number of numbers', () => {
    expect(codesOf(stat('Stores', { signal: storeFill, width: 24, height: 8 }))).toEqual([]);
  });

  test('a single line over the whole width is refused', () => {
    expect(codesOf(timeseries('Requests', { signal: all, width: 24 }))).toEqual(['wider-than-needed']);
  });

  test('many lines may have the whole width', () => {
    expect(codesOf(timeseries('Stores', { signal: storeFill, width: 24 }))).toEqual([]);
  });
});

test('a panel that others drew is held to none of it', () => {
  const panel = drawn.stat('Up', {
    unit: 'percentunit',
    queries: [rawPanelQuery('avg(up)', { legend: 'failed' })],
    field: { mappings: [{ type: 'value', options: { 1: { text: 'DOWN', color: 'green' } } }] },
    width: 24,
    height: 8,
  });
  expect(codesOf(panel)).toEqual([]);
});
