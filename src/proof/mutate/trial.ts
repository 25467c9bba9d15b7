import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvaluatedGroup } from '#alerts/rule/prometheus.js';
import { run } from '#proof/tools/run.js';
import type { UnitTest, UnitTestFile } from '#proof/promtool/test-file.js';
import { type Refusal, refusalIn } from './refusal.js';

/** What promtool is asked at once: rules, and tests of them. */
export interface Trial {
  readonly group: EvaluatedGroup;
  readonly tests: readonly UnitTest[];
}

/**
 * Runs tests by the real promtool in a folder that is made for them.
 *
 * @throws Error where promtool refuses them as a whole, with what it says.
 */
export const tried = async (promtool: string, { group, tests }: Trial, folder: string): Promise<Refusal> => {
  const file: UnitTestFile = { rule_files: ['rules.json'], evaluation_interval: group.interval, tests };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'rules.json'), JSON.stringify({ groups: [group] }));
  await writeFile(join(folder, 'test.json'), JSON.stringify(file));
  // Short-lived and on small data, beside others like it: it need neither collect garbage often nor use several cores.
  const env = { GOGC: '400', GOMAXPROCS: '1', TMPDIR: folder };
  const options = { cwd: folder, env };
  const { exitCode, stdout, stderr } = await run(promtool, ['test', 'rules', 'test.json'], options);
  await rm(folder, { recursive: true, force: true });
  const said = stdout + stderr;
  const refusal = refusalIn(said);
  if (exitCode !== 0 && refusal.differs.size + refusal.fails.size === 0)
    throw new Error(`promtool test rules says what is not understood (exit code ${exitCode}):\n${said}`);
  return refusal;
};
