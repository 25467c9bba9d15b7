import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { next, old } from './beside.js';
import { type Content, type Text, filesOf, isAlone, sumOfText, textOf } from './publishing/content.js';
import { type Difference, difference } from './publishing/difference.js';
import { begin } from './publishing/journal.js';
import { at, planOf } from './publishing/plan.js';
import { type Stood, keepRecord } from './publishing/record.js';
import { swap } from './publishing/swap.js';

export type { Content, Kept, Text } from './publishing/content.js';

/** What publishing did at a path, or would, in files. */
export interface Publication extends Difference {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

const publicationOf = (found: Difference): Publication => {
  const changed = [...found.writes.keys()].filter((each) => found.before.has(each)).length;
  return { ...found, changed, added: found.writes.size - changed, removed: found.removes.length };
};

/** Whether publishing changed anything there, or would. */
export const differs = ({ changed, added, removed }: Publication): boolean => changed + added + removed > 0;

/**
 * In what each path differs from its content. Nothing is written.
 *
 * @param records The folder in which is recorded what stands where, so that files that nobody touched are not read.
 */
export const differences = (
  contents: Readonly<Record<string, Content>>,
  records?: string,
): readonly Publication[] =>
  Object.entries(contents).map(([path, content]) => publicationOf(difference(path, content, records)));

/** @throws Error where a text that is kept is another than it was said to be: nothing is to be written by a name that it has not. */
const written = (text: Text): string => {
  const said = textOf(text);
  if (typeof text !== 'string' && sumOfText(said) !== text.sum)
    throw new Error(`A kept text has not the sum ${text.sum} by which it is kept; remove what is kept of it`);
  return said;
};

/** Writes what is to be moved in beside the path, file by file: no text is in memory for longer than that. */
const stage = ({ path, writes }: Difference): void => {
  for (const folder of new Set([...writes.keys()].map((below) => dirname(at(next(path), below)))))
    mkdirSync(folder, { recursive: true });
  for (const [below, text] of writes) writeFileSync(at(next(path), below), written(text));
};

/** Begins, does and ends what is to become of the paths; an error takes back what was done. */
const swapAll = (changing: readonly Difference[]): void => {
  const changes = changing.map((each) => [each, planOf(each)] as const);
  const journal = begin(changes.map(([, plan]) => plan));
  try {
    swap(changes);
  } finally {
    rmSync(journal);
  }
};

/**
 * Makes each path hold its content, where it differs: what is written is written beside the paths and moved into its place, file by file; what
 * does not differ is not touched. All paths change or, when that fails, none. What a kill leaves behind, `sweep` finishes or removes at the
 * next start.
 *
 * @returns what stands then at each path.
 */
export const put = (publications: readonly Publication[], records?: string): readonly Stood[] => {
  const changing = publications.filter(differs);
  try {
    for (const each of changing) stage(each);
    if (changing.length > 0) swapAll(changing);
  } finally {
    for (const { path } of changing)
      for (const each of [next(path), old(path)]) rmSync(each, { recursive: true, force: true });
  }
  return publications.map((each) => keepRecord(each, records));
};

/** Makes each path hold its content, and tells what that changed, path by path: see `differences` and `put`. */
export const publish = (
  contents: Readonly<Record<string, Content>>,
  records?: string,
): readonly Publication[] => {
  const publications = differences(contents, records);
  put(publications, records);
  return publications;
};

/** One line: `dist/: 9 files, 2 changed, 1 new, 0 removed`, or `docs/secrets.md: changed`. */
export const publicationText = (publication: Publication): string => {
  const { path, content, changed, added, removed } = publication;
  if (isAlone(content)) return `${path}: ${differs(publication) ? 'changed' : 'nothing changed'}`;
  const what = `${path}/: ${content.size} ${content.size === 1 ? 'file' : 'files'}`;
  return differs(publication)
    ? `${what}, ${changed} changed, ${added} new, ${removed} removed`
    : `${what}, nothing changed`;
};

/** The same for programs. */
export const publicationJson = ({ path, content, changed, added, removed }: Publication): object => ({
  ...{ path, files: filesOf(content).size, changed, added, removed },
});
