import { linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { next, old } from '#synth/beside.js';
import type { Difference } from './difference.js';
import { type Plan, at, isFolder, removedEmpty } from './plan.js';

/** What takes back what was done, last first. */
type TakeBack = (() => void)[];

const move = (from: string, to: string, back: TakeBack): void => {
  renameSync(from, to);
  back.unshift(() => {
    renameSync(to, from);
  });
};

/** What is said where a file can have no second name. */
const noLinks: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/**
 * Keeps a file elsewhere until the other is moved to where it stands, in one step: so whoever reads it finds one of the two at any moment. Where
 * a file system knows no second name of a file, it is moved there.
 */
const keepAside = (from: string, to: string, back: TakeBack): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && noLinks.has(error.code))) throw error;
    move(from, to, back);
    return;
  }
  back.unshift(() => {
    renameSync(to, from);
  });
};

/** Moves a file, or those of a folder, to where they are to stand: a folder that is not there yet in one move. */
export const moveIn = (from: string, to: string, back: TakeBack = []): void => {
  if (isFolder(from) && isFolder(to))
    for (const name of readdirSync(from)) moveIn(join(from, name), join(to, name), back);
  else move(from, to, back);
};

const swapOne = ({ path, writes, before }: Difference, { removes, folders }: Plan, back: TakeBack): void => {
  const kept = [...writes.keys()].filter((below) => before.has(below));
  for (const below of [...kept, ...removes]) mkdirSync(dirname(at(old(path), below)), { recursive: true });
  for (const below of kept) keepAside(at(path, below), at(old(path), below), back);
  for (const below of removes) move(at(path, below), at(old(path), below), back);
  for (const folder of folders)
    if (removedEmpty(at(path, folder))) back.unshift(() => mkdirSync(at(path, folder), { recursive: true }));
  if (writes.size > 0) moveIn(next(path), path, back);
};

/** Moves what stands beside the paths into its place, file by file, in all of them or in none. */
export const swap = (changes: readonly (readonly [Difference, Plan])[]): void => {
  const back: TakeBack = [];
  try {
    for (const [difference, plan] of changes) swapOne(difference, plan, back);
  } catch (error) {
    for (const take of back) take();
    throw error;
  }
};
