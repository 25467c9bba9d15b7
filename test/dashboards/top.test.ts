import { describe, expect, test } from '@jest/globals';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { print } from '#promql/expr/print.js';
import { errorRatio, latency, requestRate } from './fixture.js';

const description = 'How much.';
const rate = requestRate('$__rate_interval');
const panel = timeseries('Requests', { description, signal: rate, top: 10 });
const printed = panel.queries.map(({ expr }) => print(expr).replaceAll(/\s+/g, ' '));

describe('the greatest of many series', () => {
  test('are those that were the greatest in the whole range, so that none comes and goes', () => {
    expect(printed[0]).toBe(
      `${String(rate)} and topk( 10, max_over_time( ${String(rate)}[$__range:$__rate_interval] @ end() ) )`,
    );
  });

  test('stand beside what is left, added up', () => {
    expect(printed[1]).toMatch(/^sum\( .* unless topk\(/);
  });

  test('stand beside the greatest of what is left, of values that do not add up', () => {
    const [, left] = timeseries('Latency', {
      description,
      signal: latency('$__rate_interval'),
      top: 10,
    }).queries;
    expect(left && print(left.expr)).toMatch(/^max\(/);
  });

  test('are called as they would be without the others', () => {
    expect(panel.queries.map(({ legend }) => legend)).toEqual(['{{path}}', 'all others']);
  });

  test.each([
    ['of no number of series', { top: 0, signal: rate }, '0 series are no number of series'],
    [
      'of several queries',
      { top: 10, queries: [query(errorRatio('5m')), query(errorRatio('1h'))] as const },
      'of several queries nothing is the greatest',
    ],
  ])('are refused %s', (_, spec, why) => {
    expect(() => Reflect.apply(timeseries, undefined, ['Many', { description, ...spec }])).toThrow(why);
  });
});
