import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Course, Expected, Proven } from '#derive/derivation.js';
import type { LabelSet } from '#derive/engine/world.js';
import { run } from '#proof/tools/run.js';
import { programOf } from '#proof/tools/tool.js';

/** An alert with what was derived of it. */
export interface Claim {
  readonly text: string;
  readonly for: number;
  readonly proven: Proven;
}

const at = (seconds: number): string => `${seconds}s`;
const braces = (labels: LabelSet): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;
const input = ({ series }: Course) =>
  series.map(({ name, labels, values }) => ({ series: name + braces(labels), values }));

const firing = 'ALERTS{alertname="Derived", alertstate="firing"}';
const firesAt = (seconds: number, expected: readonly Expected[]) => ({
  expr: firing,
  eval_time: at(seconds),
  exp_samples: expected.map(({ labels }) => ({
    labels: `ALERTS${braces({ ...labels, alertname: 'Derived', alertstate: 'firing' })}`,
    value: 1,
  })),
});

/** Quiet before the fault and until it has lasted for its time, then firing with these labels, then quiet again; and quiet all the time without. */
const testFile = ({ for: hold, proven }: Claim, rules: string) => ({
  rule_files: [rules],
  evaluation_interval: at(proven.interval),
  tests: [
    {
      interval: at(proven.scrape),
      input_series: input(proven.fires),
      promql_expr_test: [
        firesAt(proven.begins - proven.interval, []),
        ...(hold > 0 ? [firesAt(proven.notBefore - proven.interval, [])] : []),
        firesAt(proven.firesBy, proven.fires.expected),
        ...(proven.neverClears === undefined ? [firesAt(proven.settled, [])] : []),
      ],
    },
    {
      interval: at(proven.scrape),
      input_series: input(proven.quiet),
      promql_expr_test: [
        {
          expr: `count(count_over_time(${firing}[${proven.settled + 1}s]))`,
          eval_time: at(proven.settled),
          exp_samples: [],
        },
      ],
    },
  ],
});

/** What the real promtool says against each claim; nothing where it holds. */
export const refusedByPromtool = async (claims: readonly Claim[]): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'derived-'));
  try {
    await Promise.all(
      claims.map(async (claim, i) => {
        const rule = { alert: 'Derived', expr: claim.text, for: at(claim.for) };
        const groups = [{ name: 'derived', interval: at(claim.proven.interval), rules: [rule] }];
        await writeFile(join(folder, `rules-${i}.json`), JSON.stringify({ groups }));
        await writeFile(join(folder, `test-${i}.json`), JSON.stringify(testFile(claim, `rules-${i}.json`)));
      }),
    );
    const { path } = await programOf('promtool');
    const files = claims.map((_, i) => `test-${i}.json`);
    const { stdout, stderr } = await run(path, ['test', 'rules', ...files], { cwd: folder });
    const told = `${stdout}\n${stderr}`.split(/^Unit Testing: +/m).slice(1);
    return claims.map((_, i) => {
      const [said = 'nothing was said of it'] = told.filter((each) => each.startsWith(`test-${i}.json`));
      return said.includes('SUCCESS') ? '' : said;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
