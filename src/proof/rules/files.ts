import { readFile, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from '#ground/usage.js';
import type { GivenFile } from '#ground/yaml-objects.js';

/** A file that is to be read; `isNamed` where somebody named it himself, not a folder around it. */
export interface FoundFile extends GivenFile {
  readonly isNamed: boolean;
}

/** How standard input is named where a file would be. */
export const standardInput = '-';

const isOfRules = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);
/** What is not a team's own: what was installed, what begins with a dot. */
const isPassedOver = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

const namesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const below = await Promise.all(
    entries.map(async (entry) => {
      if (isPassedOver(entry.name)) return [];
      if (!entry.isDirectory()) return isOfRules(entry.name) ? [entry.name] : [];
      return (await namesIn(join(folder, entry.name))).map((name) => join(entry.name, name));
    }),
  );
  return below.flat();
};

/**
 * The files that are named, and those of folders that are.
 *
 * @param folder Where somebody typed the command: names of files are of it.
 * @throws UsageError on names of which there is nothing.
 */
export const filesOf = async (
  names: readonly string[],
  folder: string,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<readonly FoundFile[]> => {
  const found = await Promise.all(
    names.map(async (name): Promise<readonly FoundFile[] | string> => {
      if (name === standardInput) return [{ file: name, text: await text(input), isNamed: true }];
      const path = resolve(folder, name);
      const kind = await stat(path).catch(() => undefined);
      if (kind === undefined) return `There is no file ${name}.`;
      if (!kind.isDirectory()) return [{ file: name, text: await readFile(path, 'utf8'), isNamed: true }];
      const inside = await namesIn(path);
      return Promise.all(
        inside.map(async (each) => ({
          file: join(name, each),
          text: await readFile(join(path, each), 'utf8'),
          isNamed: false,
        })),
      );
    }),
  );
  const faults = found.filter((each) => typeof each === 'string');
  if (faults.length > 0) throw new UsageError(faults);
  const files = found.flatMap((each) => (typeof each === 'string' ? [] : each));
  return [...new Map(files.map((each) => [resolve(folder, each.file), each])).values()];
};
