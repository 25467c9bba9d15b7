import { expect } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import { print } from '#promql/expr/print.js';
import { testRules } from '../promql/promtool.js';

/** Series by how they are written, `up{job="shop"}`, with the value that each has all the time, or promtool's own notation. */
export type Written = Readonly<Record<string, number | string>>;

const minutes = 60;

/** How many alerts of a rule fire once all has been so for an hour, as the real promtool says. */
const firing = (alert: AlertRule, series: Written, count: number): Promise<string> =>
  testRules(
    [{ alert: alert.name, expr: print(alert.expr), for: alert.for }],
    [
      {
        interval: '1m',
        input_series: Object.entries(series).map(([name, value]) => ({
          series: name,
          values: typeof value === 'string' ? value : `${value}x${minutes}`,
        })),
        promql_expr_test: [
          {
            expr: 'count(ALERTS{alertstate="firing"}) or vector(0)',
            eval_time: `${minutes}m`,
            exp_samples: [{ labels: '{}', value: count }],
          },
        ],
      },
    ],
  );

/** Expects of an alert that it fires, once, where all has been so for an hour. */
export const firesOver = async (alert: AlertRule, series: Written): Promise<void> => {
  expect(await firing(alert, series, 1)).toBe('');
};

/** Expects of an alert that it is quiet then. */
export const isQuietOver = async (alert: AlertRule, series: Written): Promise<void> => {
  expect(await firing(alert, series, 0)).toBe('');
};
