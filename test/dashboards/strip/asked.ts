import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '#proof/tools/tool.js';
import { print } from '#promql/expr/print.js';
import type { Expr } from '#promql/expr/ast.js';
import { withFolder } from '../../hosts/folder.js';

/** Series and their values minute by minute, as promtool's tests write them: `{ 'up{job="shop"}': '1x60' }`. */
export type Played = Readonly<Record<string, string>>;

/** One series of an answer. */
export interface Answer {
  readonly labels: string;
  readonly value: number;
}

/** What a real promtool says where the expression has these series after an hour: `well`, or what it has instead. */
export const answered = (played: Played, expr: Expr, answers: readonly Answer[]): Promise<string> =>
  withFolder({}, async (folder) => {
    const test = {
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(played).map(([series, values]) => ({ series, values })),
          promql_expr_test: [{ expr: print(expr), eval_time: '1h', exp_samples: answers }],
        },
      ],
    };
    await writeFile(join(folder, 'test.yml'), JSON.stringify(test));
    const { exitCode, stdout, stderr } = await runTool('promtool', ['test', 'rules', 'test.yml'], {
      cwd: folder,
    });
    return exitCode === 0 ? 'well' : `${stdout}${stderr}`;
  });
