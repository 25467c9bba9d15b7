import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Noticed } from './trials.js';

/** Goes up with every change of how mutants are tried: what an older engine found is not believed. */
const format = 3;

/** What is kept of each content in a folder, by a name that is made of the content: what changes at all has another name. */
export const keptIn = (folder: string) => {
  const file = (content: unknown): string => {
    const text = JSON.stringify([format, content]);
    return join(folder, `${createHash('sha256').update(text).digest('hex')}.json`);
  };
  return {
    /** What was found for this content; nothing where nothing was, or where the file is not what was written. */
    read: async (content: unknown): Promise<Noticed | undefined> => {
      try {
        const entries: unknown = JSON.parse(await readFile(file(content), 'utf8'));
        return isEntries(entries) ? new Map(entries) : undefined;
      } catch {
        return undefined;
      }
    },
    write: async (content: unknown, noticed: Noticed): Promise<void> => {
      await mkdir(folder, { recursive: true });
      const path = file(content);
      // Whole or not at all, for whoever reads at this moment.
      await writeFile(`${path}.${process.pid}`, JSON.stringify([...noticed]));
      await rename(`${path}.${process.pid}`, path);
    },
  };
};

const isEntries = (value: unknown): value is readonly (readonly [string, string])[] =>
  Array.isArray(value) &&
  value.every(
    (each) => Array.isArray(each) && each.length === 2 && each.every((one) => typeof one === 'string'),
  );
