import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Program } from './tools/search.js';
import type { FileAnswer, Question } from './promtool/answer.js';

/**
 * Answers of promtool by the content of what it was asked. Only its own words are kept, never what we make of them: they follow from
 * the rules, the tests and the release of promtool alone, which are the key, so an answer that is found is the answer it would give.
 */
export interface Kept {
  readonly find: (question: Question) => Promise<FileAnswer | undefined>;
  readonly keep: (question: Question, answer: FileAnswer) => Promise<void>;
}

/** Raised whenever the form of an entry changes, or how promtool is called. */
const format = 1;

const sumOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const keyOf = ({ version }: Program, { rules, tests, seldom }: Question): string =>
  sumOf(String(format), version.text, rules.name, rules.text, tests.text, ...(seldom ? [seldom.text] : []));

/** What an entry says, if nothing of it was lost or changed since it was written under this key. */
const answerIn = (entry: string, key: string): FileAnswer | undefined => {
  const [sum, body] = [entry.slice(0, 64), entry.slice(65)];
  return sum === sumOf(key, body) ? JSON.parse(body) : undefined;
};

const entryOf = (answer: FileAnswer, key: string): string => {
  const body = JSON.stringify(answer);
  return `${sumOf(key, body)}\n${body}`;
};

const day = 86_400_000;

/** Answers kept in a folder, which several processes may read and write at once. */
export const keptIn = (folder: string, promtool: Program): Kept => {
  const fileOf = (key: string): string => join(folder, key.slice(0, 2), key);
  return {
    find: async (question) => {
      const key = keyOf(promtool, question);
      const entry = await readFile(fileOf(key), 'utf8').catch(() => '');
      const answer = answerIn(entry, key);
      if (answer !== undefined) await touched(fileOf(key));
      return answer;
    },
    keep: async (question, answer) => {
      const key = keyOf(promtool, question);
      const file = fileOf(key);
      const written = `${file}.${randomUUID()}`;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(written, entryOf(answer, key));
      await rename(written, file);
    },
  };
};

/** An entry tells by its time when it was last of use, to the day. */
const touched = async (file: string): Promise<void> => {
  const now = new Date();
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
  if (now.getTime() - mtimeMs > day) await utimes(file, now, now).catch(() => undefined);
};

/** Takes away what was of no use for so many days. */
export const forgetUnused = async (folder: string, days: number): Promise<void> => {
  const oldest = Date.now() - days * day;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
        if (mtimeMs < oldest) await rm(file, { force: true });
      }),
  );
};

/** Nothing kept: promtool is asked every time. */
export const nothingKept: Kept = { find: async () => undefined, keep: async () => undefined };
