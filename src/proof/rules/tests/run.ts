import { dirname, resolve } from 'node:path';
import { run } from '#proof/tools/run.js';
import type { Program } from '#proof/tools/search.js';
import type { OwnTestFile } from './read.js';

/** What came of a file of tests. */
export interface OwnTestResult {
  readonly tests: OwnTestFile;
  readonly holds: boolean;
  /** What promtool says, where they do not hold. */
  readonly said: string;
}

/** What promtool prints around what it has against a file. */
const around = /^(Unit Testing: .*|\s*SUCCESS|\s*FAILED:|\s*WARNING: .*)$/gm;

const ran = async (tests: OwnTestFile, { path }: Program, folder: string): Promise<OwnTestResult> => {
  const file = resolve(folder, tests.file);
  const { exitCode, stdout, stderr } = await run(path, ['test', 'rules', file], { cwd: dirname(file) });
  const said = `${stdout}\n${stderr}`
    .replaceAll(around, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
  return { tests, holds: exitCode === 0, said: exitCode === 0 ? '' : said };
};

/** Runs files of tests as their authors do, each as it is, where it is; so many at a time. */
export const runOwnTests = async (
  files: readonly OwnTestFile[],
  promtool: Program,
  folder: string,
  jobs: number,
): Promise<readonly OwnTestResult[]> => {
  const results: OwnTestResult[] = [];
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results.push(await ran(next, promtool, folder));
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return files.flatMap((file) => results.filter(({ tests }) => tests === file));
};
