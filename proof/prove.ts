import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './tools/tool.js';
import type { AlertProof } from './files.js';
import { faultsOf } from './guard.js';

/** One alert's proof, and why it does not hold; nothing where it does. */
export interface Verdict extends AlertProof {
  readonly refused: readonly string[];
}

/**
 * Runs proofs by the real promtool, each in a rule file of its own: `check rules` over them all, then `test rules`.
 *
 * @throws Error where there is no promtool, or where it says something that is not understood.
 */
export const prove = async (proofs: readonly AlertProof[]): Promise<readonly Verdict[]> => {
  const folder = await mkdtemp(join(await roomyFolder(), 'proof-'));
  try {
    // A folder each: proofs of several applications, or of one alert changed, may have files of one name.
    const places = proofs.map((proof, i) => ({
      rules: join(String(i), proof.rules.name),
      tests: join(String(i), proof.tests.name),
    }));
    for (const [i, { rules, tests }] of proofs.entries()) {
      await mkdir(join(folder, String(i)));
      await writeFile(join(folder, String(i), rules.name), rules.text);
      await writeFile(join(folder, String(i), tests.name), tests.text);
    }
    const checked = await promtool(
      folder,
      'check',
      places.map(({ rules }) => rules),
    );
    const tested = await promtool(
      folder,
      'test',
      places.map(({ tests }) => tests),
    );
    return proofs.map((proof, i) => ({
      ...proof,
      refused: [...faultsOf(proof), ...(checked[i] ?? []), ...(tested[i] ?? [])],
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Promtool writes a database for each scenario, next to its files: in memory, where a gigabyte of it is free, that is faster by a fifth. */
const roomyFolder = async (): Promise<string> => {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 1024 ** 3 ? memory : tmpdir();
};

const headings = { check: 'Checking', test: 'Unit Testing: ' } as const;

/** What `promtool check rules` or `promtool test rules` has against each of the files; nothing where it succeeds. */
const promtool = async (
  cwd: string,
  what: keyof typeof headings,
  files: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  if (files.length === 0) return [];
  // Short-lived and on small data: it need not collect garbage as often as a server, which takes a fifth of its time.
  const env = { GOGC: '400', TMPDIR: cwd };
  const { exitCode, stdout, stderr } = await runTool('promtool', [what, 'rules', ...files], { cwd, env });
  // Both streams tell of the files in the same order: one which succeed, the other why the rest fail.
  const complaints = stderr.split(/^ {2}FAILED:\n/m).slice(1);
  const told = stdout.split(`${headings[what]} `).slice(1);
  const failed = files.map((file, i) => told[i]?.startsWith(file) === true && !told[i].includes('  SUCCESS'));
  if (
    told.length !== files.length ||
    failed.filter(Boolean).length !== complaints.length ||
    (exitCode === 0) !== (complaints.length === 0)
  ) {
    throw new Error(
      `promtool ${what} rules says what is not understood (exit code ${exitCode}):\n${stdout}${stderr}`,
    );
  }
  let next = 0;
  return failed.map((each) => (each ? [complaints[next++] ?? ''] : []));
};
