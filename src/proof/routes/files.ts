import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '#ground/usage.js';

/**
 * The files that are named, and those of folders that are.
 *
 * @throws UsageError on a name of which there is nothing.
 */
export const filesOf = (folder: string, named: string): readonly string[] => {
  const path = resolve(folder, named);
  if (!existsSync(path)) throw new UsageError([`--routes ${named}: there is no such file`]);
  if (!statSync(path).isDirectory()) return [named];
  const files = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0) throw new UsageError([`--routes ${named}: no file in it ends with .yml`]);
  return files.toSorted().map((name) => join(named, name));
};
