import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuleGroup } from '#alerts/rule/group.js';
import { prometheusGroup } from '#alerts/rule/prometheus.js';
import { runTool } from '#proof/tools/tool.js';

/** A series in promtool's notation, a sample each evaluation. */
export interface Told {
  readonly series: string;
  readonly values: string;
}

/** What an expression must be at a moment: one value without labels, or nothing at all. */
export interface Expected {
  readonly expr: string;
  readonly at: string;
  readonly value?: number;
}

/** Those of the expressions that are not what they must be, by promtool, over a group's recorded metrics. */
export const evaluated = async (
  group: RuleGroup,
  input: readonly Told[],
  expected: readonly Expected[],
): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'evaluated-'));
  try {
    const rules = prometheusGroup(
      { ...group, alerts: [] },
      { application: 'shop', namespace: 'shop', language: 'en' },
    );
    await writeFile(join(folder, 'rules.json'), JSON.stringify({ groups: [rules] }));
    const test = {
      interval: group.interval,
      input_series: input,
      promql_expr_test: expected.map(({ expr, at, value }) => ({
        expr,
        eval_time: at,
        ...(value !== undefined && { exp_samples: [{ labels: '{}', value }] }),
      })),
    };
    const file = { rule_files: ['rules.json'], evaluation_interval: group.interval, tests: [test] };
    await writeFile(join(folder, 'test.json'), JSON.stringify(file));
    const { exitCode, stdout, stderr } = await runTool('promtool', ['test', 'rules', 'test.json'], {
      cwd: folder,
    });
    const told = stdout + stderr;
    // Go quotes a text as JSON does.
    const failed = [...told.matchAll(/^ +expr: (".*"), time: /gm)].map(
      ([, expr = '']) => JSON.parse(expr) as string,
    );
    if ((exitCode === 0) !== (failed.length === 0)) throw new Error(`promtool: ${told}`);
    return failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
