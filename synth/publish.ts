import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readFiles, writeFiles } from './folder.js';

/** What publishing did to a folder, in files. */
export interface Publication {
  readonly files: ReadonlyMap<string, string>;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Puts `fresh` where `folder` is. Between the two renames there is no `folder`, only `aside`, which comes back on failure. */
const swapIn = (fresh: string, folder: string, aside: string): void => {
  const replaced = existsSync(folder);
  if (replaced) renameSync(folder, aside);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (replaced) renameSync(aside, folder);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
};

/**
 * Makes `folder` hold these files and no others.
 *
 * They are written beside it and swapped in as a whole: when that fails, the folder is as it was. When nothing differs,
 * nothing is written.
 */
export const publish = (files: ReadonlyMap<string, string>, folder: string): Publication => {
  const before = readFiles(folder);
  const changed = [...files].filter(([path, text]) => before.has(path) && before.get(path) !== text).length;
  const added = [...files.keys()].filter((path) => !before.has(path)).length;
  const removed = [...before.keys()].filter((path) => !files.has(path)).length;
  if (changed + added + removed > 0) {
    const fresh = `${folder}.next-${process.pid}`;
    try {
      writeFiles(files, fresh);
      swapIn(fresh, folder, `${folder}.old-${process.pid}`);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { files, changed, added, removed };
};

/** One line: `dist/: 9 files, 2 changed, 1 new, 0 removed`. */
export const publicationText = ({ files, changed, added, removed }: Publication, folder: string): string => {
  const what = `${folder}/: ${files.size} ${files.size === 1 ? 'file' : 'files'}`;
  return changed + added + removed === 0
    ? `${what}, nothing changed`
    : `${what}, ${changed} changed, ${added} new, ${removed} removed`;
};

/** Makes the file at `path` hold this text, as a whole or not at all, and says so in one line: `docs/secrets.md: changed`. */
export const publishFile = (text: string, path: string): string => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return `${path}: nothing changed`;
  const fresh = `${path}.next-${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(fresh, text);
  renameSync(fresh, path);
  return `${path}: changed`;
};
