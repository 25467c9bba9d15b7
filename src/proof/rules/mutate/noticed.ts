import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shared } from '#ground/cache.js';
import { keptIn } from '#proof/mutate/kept.js';
import { type Refusal, refusalIn } from '#proof/mutate/refusal.js';
import { run } from '#proof/tools/run.js';
import type { Program } from '#proof/tools/search.js';
import type { RuleMutant } from './mutants.js';

/** Files that promtool is asked about, by their names: of the tests among them one is `test.yml`. */
export type Files = Readonly<Record<string, string>>;

const roomy = async (): Promise<string> => {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 1024 ** 3 ? memory : tmpdir();
};

/** What promtool has against tests of mutants, each under a name of its own. */
const tried = async ({ path }: Program, files: Files): Promise<Refusal> => {
  const folder = await mkdtemp(join(await roomy(), 'mutants-'));
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
    const env = { GOGC: '400', GOMAXPROCS: '1', TMPDIR: folder };
    const { exitCode, stdout, stderr } = await run(path, ['test', 'rules', 'test.yml'], { cwd: folder, env });
    const said = stdout + stderr;
    const { differs, fails } = refusalIn(said);
    const refusal = { differs, fails: new Set([...fails, ...unreadIn(said)]) };
    if (exitCode !== 0 && refusal.differs.size + refusal.fails.size === 0)
      throw new Error(`promtool test rules says what is not understood (exit code ${exitCode}):\n${said}`);
    return refusal;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Rules that promtool does not even read: what is changed in them it would refuse. */
const unreadIn = (said: string): readonly string[] =>
  [...said.matchAll(/rule \d+, "([^"]+)": could not parse expression/g)].flatMap(([, name]) => name ?? []);

const failsIn = ({ name, records }: RuleMutant, fails: ReadonlySet<string>): boolean =>
  fails.has(name) || records.some(({ record }) => record !== undefined && fails.has(record));

/**
 * The names of the mutants that tests notice.
 *
 * @param files What promtool is asked of some of them.
 * @throws Error where promtool says something that is not understood.
 */
const noticedIn = async (
  promtool: Program,
  mutants: readonly RuleMutant[],
  files: (mutants: readonly RuleMutant[]) => Files,
): Promise<ReadonlySet<string>> => {
  if (mutants.length === 0) return new Set();
  const { differs, fails } = await tried(promtool, files(mutants));
  const failing = mutants.filter((mutant) => failsIn(mutant, fails));
  if (failing.length === 0) return differs;
  // What cannot be evaluated ends the whole test: the rest is tried again without it.
  const rest = mutants.filter((mutant) => !failing.includes(mutant));
  return new Set([...failing.map(({ name }) => name), ...(await noticedIn(promtool, rest, files))]);
};

/** Which of some mutants tests notice, by the files that promtool is asked of them. */
export type Noticing = (
  mutants: readonly RuleMutant[],
  files: (mutants: readonly RuleMutant[]) => Files,
) => Promise<ReadonlySet<string>>;

/** The same, unless promtool has answered it before. */
export const keptNoticing = (promtool: Program, fresh: boolean): Noticing => {
  const kept = keptIn(shared('rule-mutants'));
  return async (mutants, files) => {
    const content = { promtool: promtool.version.text, files: files(mutants) };
    const before = fresh ? undefined : await kept.read(content);
    if (before) return new Set(before.keys());
    const found = await noticedIn(promtool, mutants, files);
    await kept.write(content, new Map([...found].map((name) => [name, 'noticed'])));
    return found;
  };
};
