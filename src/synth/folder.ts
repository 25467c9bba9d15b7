import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Text, textOf } from './publishing/content.js';

/** The files below `folder`, text by path with `/`; none when it does not exist. */
export const readFiles = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );

/** Writes the files below `folder`, which is made if it does not exist. */
export const writeFiles = (files: ReadonlyMap<string, Text>, folder: string): void => {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  mkdirSync(folder, { recursive: true });
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(folder, path), textOf(text));
};
