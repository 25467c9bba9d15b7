import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { next, old } from './beside.js';
import { readFiles, writeFiles } from './folder.js';

/** What is to stand at a path: a folder of these files and no others, text by path below it, or one file. */
export type Content = ReadonlyMap<string, string> | string;

/** What publishing did at a path, in files. */
export interface Publication {
  readonly path: string;
  readonly content: Content;
  /** What stood there, text by path. */
  readonly before: ReadonlyMap<string, string>;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** A single file as a folder has it. */
const filesOf = (content: Content): ReadonlyMap<string, string> =>
  typeof content === 'string' ? new Map([['', content]]) : content;

const standing = (path: string, content: Content): ReadonlyMap<string, string> => {
  if (typeof content !== 'string') return readFiles(path);
  return new Map(existsSync(path) ? [['', readFileSync(path, 'utf8')]] : []);
};

const difference = (path: string, content: Content): Publication => {
  const [before, after] = [standing(path, content), filesOf(content)];
  return {
    path,
    content,
    before,
    changed: [...after].filter(([each, text]) => before.has(each) && before.get(each) !== text).length,
    added: [...after.keys()].filter((each) => !before.has(each)).length,
    removed: [...before.keys()].filter((each) => !after.has(each)).length,
  };
};

/** Whether publishing changed anything there, or would. */
export const differs = ({ changed, added, removed }: Publication): boolean => changed + added + removed > 0;

const write = (content: Content, path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string') writeFileSync(path, content);
  else writeFiles(content, path);
};

/** In what each path differs from its content. Nothing is written. */
export const differences = (contents: Readonly<Record<string, Content>>): readonly Publication[] =>
  Object.entries(contents).map(([path, content]) => difference(path, content));

/** Puts what is written beside these paths into their places, in all of them or in none. */
const swapIn = (paths: readonly string[]): void => {
  const back: (readonly [from: string, to: string])[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    back.unshift([to, from]);
  };
  try {
    for (const path of paths) {
      if (existsSync(path)) move(path, old(path));
      move(next(path), path);
    }
  } catch (error) {
    for (const [from, to] of back) renameSync(from, to);
    throw error;
  }
  for (const path of paths) rmSync(old(path), { recursive: true, force: true });
};

/**
 * Makes each path hold its content, and tells what that changed, path by path.
 *
 * All is written beside the paths first and swapped in as a whole: when that fails, all of them are as they were. Where nothing differs,
 * nothing is written. What a kill leaves behind, `sweep` finishes and removes at the next start.
 */
export const publish = (contents: Readonly<Record<string, Content>>): readonly Publication[] => {
  const publications = differences(contents);
  const changing = publications.filter(differs);
  try {
    for (const { path, content } of changing) write(content, next(path));
    // What is replaced comes first: as long as an old one is kept, others may still be to come.
    const paths = changing.map(({ path }) => path);
    swapIn(paths.toSorted((a, b) => Number(existsSync(b)) - Number(existsSync(a))));
  } finally {
    for (const { path } of changing) rmSync(next(path), { recursive: true, force: true });
  }
  return publications;
};

/** One line: `dist/: 9 files, 2 changed, 1 new, 0 removed`, or `docs/secrets.md: changed`. */
export const publicationText = (publication: Publication): string => {
  const { path, content, changed, added, removed } = publication;
  if (typeof content === 'string') return `${path}: ${differs(publication) ? 'changed' : 'nothing changed'}`;
  const what = `${path}/: ${content.size} ${content.size === 1 ? 'file' : 'files'}`;
  return differs(publication)
    ? `${what}, ${changed} changed, ${added} new, ${removed} removed`
    : `${what}, nothing changed`;
};

/** The same for programs. */
export const publicationJson = ({ path, content, changed, added, removed }: Publication): object => ({
  ...{ path, files: filesOf(content).size, changed, added, removed },
});
