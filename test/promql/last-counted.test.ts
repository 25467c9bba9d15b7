import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { counter } from '#promql/metric/declare.js';
import { max } from '#promql/vector/aggregate.js';
import { lastCounted } from '#promql/vector/last-counted.js';
import { since } from '#promql/vector/time.js';
import { testRules } from './promtool.js';

const files = counter('files_written_total', { help: 'Files written', labels: ['track'] });
const ago = since(max(lastCounted(files, '1h'), { by: ['track'] }));

test('when something was last counted is looked for each minute', () => {
  expect(inline(ago.expr)).toBe(
    'time() - max by (track) (max_over_time((timestamp(files_written_total) and files_written_total != files_written_total offset 1m)[1h:1m]))',
  );
});

describe('how long ago something was last counted', () => {
  const expr = inline(ago.expr);
  const input_series = [{ series: 'files_written_total{track="swing"}', values: '0+1x40 40x200' }];
  const at = (eval_time: string, value: number | undefined) => ({
    expr,
    eval_time,
    exp_samples: value === undefined ? [] : [{ labels: '{track="swing"}', value }],
  });

  test('is next to nothing while it goes on', async () => {
    const promql_expr_test = [at('19m', 0)];
    expect(await testRules([], [{ interval: '30s', input_series, promql_expr_test }])).toBe('');
  });

  test('is told within a minute where it has stopped', async () => {
    // The last was counted at 20 minutes.
    const promql_expr_test = [at('40m', 20 * 60)];
    expect(await testRules([], [{ interval: '30s', input_series, promql_expr_test }])).toBe('');
  });

  test('is not known of what was counted longer ago than is looked', async () => {
    const promql_expr_test = [at('90m', undefined)];
    expect(await testRules([], [{ interval: '30s', input_series, promql_expr_test }])).toBe('');
  });
});
