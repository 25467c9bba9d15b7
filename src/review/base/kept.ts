import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { kept } from '#ground/cache.js';
import { textAt, objectAt } from '#ground/json.js';
import { isMeaning } from '#review/meaning/read.js';
import { type Meaning, form } from '#review/meaning/meaning.js';

/** What a revision means, and by what it was read, `was asked by …`, where that is not as it should be; else nothing. */
export interface Told {
  readonly meaning: Meaning;
  readonly read: string;
}

const locks = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'package.json',
];

/** What is installed of others, by a name that changes with it: of the estate's folder and those around it. */
const installed = (root: string): string => {
  const hash = createHash('sha256').update(`${process.version} ${form}`);
  for (let folder = root; ; folder = dirname(folder)) {
    for (const file of locks.map((name) => join(folder, name)).filter(existsSync))
      hash.update(readFileSync(file));
    if (folder === dirname(folder)) return hash.digest('hex').slice(0, 16);
  }
};

const fileOf = (commit: string, root: string, release: string): string =>
  kept('review', 'told', `${commit.slice(0, 20)}-${release}-${installed(root)}.json`);

/** So many are kept: the bases of the branches that somebody works on. */
const most = 20;

const forget = (folder: string): void => {
  const old = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at)
    .slice(most);
  for (const { file } of old) rmSync(file, { force: true });
};

/** What was kept of a commit; nothing where nothing was, or it cannot be read. */
export const keptMeaning = (commit: string, root: string, release: string): Told | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(commit, root, release), 'utf8'));
    const meaning: unknown = objectAt(value, 'meaning');
    return isMeaning(meaning) ? { meaning, read: textAt(value, 'read') ?? '' } : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps it: written beside and renamed, so that whoever reads it meanwhile reads it whole. */
export const keepMeaning = (commit: string, root: string, release: string, told: Told): void => {
  const file = fileOf(commit, root, release);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(told));
  renameSync(`${file}.${process.pid}`, file);
  forget(dirname(file));
};
