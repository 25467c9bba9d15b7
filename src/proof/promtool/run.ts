import { mkdir, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '#proof/tools/run.js';
import type { Program } from '#proof/tools/search.js';
import { testOfWitness } from '#proof/witness.js';
import type { FileAnswer, Question } from './answer.js';
import { complaintIn } from './complaint.js';
import { featuresOf } from './features.js';
import { readJunit } from './junit.js';
import { readPrinted } from './printed.js';

/**
 * What one call of `promtool test rules` says of each proof.
 *
 * @throws Error where promtool says something that is not understood.
 */
export const askPromtool = async (
  { path, version }: Program,
  proofs: readonly Question[],
): Promise<readonly FileAnswer[]> => {
  const folder = await mkdtemp(join(await roomyFolder(), 'proof-'));
  try {
    // A folder each: proofs of several applications, or of one alert changed, may have files of one name.
    const filesOf = await Promise.all(
      proofs.map(async ({ rules, tests, seldom }, i) => {
        const asked = [tests, ...(seldom ? [seldom] : [])];
        await mkdir(join(folder, String(i)));
        for (const { name, text } of [rules, ...asked]) await writeFile(join(folder, String(i), name), text);
        return asked.map(({ name }) => join(String(i), name));
      }),
    );
    const files = filesOf.flat();
    const { junit } = featuresOf(version);
    const results = join(folder, 'results.xml');
    const args = ['test', 'rules', ...(junit ? [`--junit=${results}`] : []), ...files];
    // Short-lived and on small data: it need not collect garbage as often as a server, which takes a fifth of its time.
    const { exitCode, stdout, stderr } = await run(path, args, {
      cwd: folder,
      env: { GOGC: '400', TMPDIR: folder },
    });
    const answers = junit ? await fromJunit(results, files) : readPrinted(stderr, closedBy);
    if (exitCode !== 1 || answers.length !== files.length)
      throw new Error(
        `promtool ${version.text} says what is not understood (exit code ${exitCode}):\n${stdout}${stderr}`,
      );
    const answerOf = new Map(files.map((file, i) => [file, answers[i] ?? []]));
    return filesOf.map((its) => its.flatMap((file) => answerOf.get(file) ?? []));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Nothing where the file was not written, or does not tell of each file. */
const fromJunit = async (results: string, files: readonly string[]): Promise<readonly FileAnswer[]> => {
  const told = readJunit(await readFile(results, 'utf8').catch(() => '<testsuites/>'));
  return files.flatMap((file) => {
    const answer = told.get(file);
    return answer === undefined ? [] : [answer];
  });
};

const closedBy = (text: string): string | undefined => {
  const complaint = complaintIn(text);
  return complaint.about === 'samples' ? testOfWitness(complaint.expr) : undefined;
};

/** Promtool writes a database for each scenario, next to its files: in memory, where a gigabyte of it is free, that is faster by a fifth. */
const roomyFolder = async (): Promise<string> => {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 1024 ** 3 ? memory : tmpdir();
};
