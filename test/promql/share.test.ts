import { describe, expect, test } from '@jest/globals';
import { errorRatio } from '#alerts/http.js';
import { counter } from '#promql/metric/declare.js';
import { evaluated } from '../alerts/slo/evaluated.js';
import { oneLine } from '../alerts/one-line.js';

const requests = counter('shop_requests_total', { help: 'Requests', labels: ['path', 'status'] });
const failing = errorRatio({ requests }, '5m');
const perPath = errorRatio({ requests, by: ['path'] }, '5m');

const answered = (status: string, values: string, path = '/') => ({
  series: `shop_requests_total{path="${path}", status="${status}"}`,
  values,
});
const group = { name: 'nothing', interval: '30s', records: [], alerts: [] } as const;

/** Whether a share reads something else at a quarter past, by promtool. */
const misread = async (expr: string, series: readonly ReturnType<typeof answered>[], value?: number) =>
  (await evaluated(group, series, [{ expr, at: '15m', ...(value !== undefined && { value }) }])).length > 0;

test('a share fills in 0, and keeps 0 out of what it divides by', () => {
  expect(oneLine(failing)).toMatchInlineSnapshot(
    `"(sum(rate(shop_requests_total{status=~"5.."}[5m])) or sum(rate(shop_requests_total[5m])) * 0) / (sum(rate(shop_requests_total[5m])) > 0)"`,
  );
});

describe('the share of requests that fail', () => {
  test.each([
    ['is 0 where none has ever failed', [answered('200', '0+300x60')], 0],
    ['is a share where some do', [answered('200', '0+300x60'), answered('500', '0+100x60')], 0.25],
    ['is everything where all do', [answered('500', '0+100x60')], 1],
    ['is nothing where there are no requests', [answered('200', '7x60'), answered('500', '1x60')], undefined],
    ['is nothing where nothing is exported', [], undefined],
  ] as const)('%s', async (_, series, value) => {
    expect(await misread(String(failing), series, value)).toBe(false);
  });

  test('is 0 for each path by itself where none has failed', async () => {
    const series = [
      answered('200', '0+300x60', '/well'),
      answered('200', '0+300x60', '/ill'),
      answered('500', '0+100x60', '/ill'),
    ];
    // Both are there, and only one of them is over 0.
    const both = `count(${String(perPath)}) + count(${String(perPath)} == 0)`;
    expect(await misread(both, series, 3)).toBe(false);
  });
});
