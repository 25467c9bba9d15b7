import { lstatSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './content.js';
import type { Difference } from './difference.js';

/** What is to become of a path, beside the files that are moved in. */
export interface Plan {
  readonly path: string;
  /** Files below it that go. */
  readonly removes: readonly string[];
  /** Folders below it in which nothing will be, each before those that it is in. */
  readonly folders: readonly string[];
}

/** The folders in which files stand, and those that these are in. */
export const foldersOf = (paths: Iterable<string>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const path of paths) {
    let end = path.lastIndexOf('/');
    for (; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  return found;
};

/** What is to become of a path. */
export const planOf = ({ path, content, removes, standing }: Difference): Plan => {
  const needed = foldersOf(filesOf(content).keys());
  const folders = standing.folders.filter((folder) => folder !== '' && !needed.has(folder));
  return { path, removes, folders: folders.toReversed() };
};

/** Where a path below another is; '' is itself. */
export const at = (path: string, below: string): string => (below === '' ? path : join(path, below));

/** What stands at a path: a link is a file. Nothing stands below a file. */
const kindAt = (path: string): 'folder' | 'file' | undefined => {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat && (stat.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    if (/ENOTDIR/.test(String(error))) return undefined;
    throw error;
  }
};

export const isFolder = (path: string): boolean => kindAt(path) === 'folder';

/** Removes a file that is there; a folder that has come in its place stays. */
export const removeFile = (path: string): void => {
  if (kindAt(path) === 'file') rmSync(path);
};

/** Removes a folder in which nothing is, and tells whether it did. */
export const removedEmpty = (folder: string): boolean => {
  const isEmpty = isFolder(folder) && readdirSync(folder).length === 0;
  if (isEmpty) rmdirSync(folder);
  return isEmpty;
};
