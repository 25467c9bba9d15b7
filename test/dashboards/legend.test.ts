import { describe, expect, test } from '@jest/globals';
import { legendOver } from '#dashboards/panel/legend.js';
import { query } from '#dashboards/query.js';
import { errorRatio, requestRate } from './fixture.js';

const byPath = query(errorRatio('$__rate_interval'), '{{path}}');
const alone = query(requestRate('$__rate_interval'), 'requests');
const expected = query(requestRate('$__rate_interval'), 'expected', { dashed: true });

describe('the legend of values over time', () => {
  test('names the greatest first, for there is room for few', () => {
    expect(legendOver([byPath], 12)).toMatchObject({ sortBy: 'Max', sortDesc: true });
  });

  test('is a table with last and max where a query has a series for each value of a label', () => {
    expect(legendOver([byPath], 12)).toMatchObject({ displayMode: 'table', calcs: ['lastNotNull', 'max'] });
  });

  test('stands beside them in a wide panel, and under them in another', () => {
    expect([24, 12].map((width) => legendOver([byPath], width).placement)).toEqual(['right', 'bottom']);
  });

  test('is a table of several queries', () => {
    expect(legendOver([alone, alone], 12)).toMatchObject({ displayMode: 'table' });
  });

  test('is a name under the panel of a single series', () => {
    expect(legendOver([alone], 12)).toMatchObject({ displayMode: 'list', calcs: [] });
  });

  test('is no table for what one series is held against', () => {
    expect(legendOver([alone, expected], 12)).toMatchObject({ displayMode: 'list' });
  });
});
