import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { next, old } from '#synth/beside.js';
import type { Difference } from './difference.js';
import { type Plan, at, isThere, removedEmpty } from './plan.js';

/** What was done, last first, as what takes it back. */
type TakeBack = (() => void)[];

const move = (from: string, to: string, back: TakeBack): void => {
  renameSync(from, to);
  back.unshift(() => {
    renameSync(to, from);
  });
};

/** Makes the folder of a file; what is made goes again with what is in it, which is nothing by then. */
const makeFolder = (file: string, back: TakeBack): void => {
  const first = mkdirSync(dirname(file), { recursive: true });
  if (first !== undefined) back.unshift(() => rmSync(first, { recursive: true, force: true }));
};

const swapOne = ({ path, writes }: Difference, { removes, folders }: Plan, back: TakeBack): void => {
  const aside = [...writes.keys(), ...removes].filter((below) => isThere(at(path, below)));
  for (const below of aside) {
    mkdirSync(dirname(at(old(path), below)), { recursive: true });
    move(at(path, below), at(old(path), below), back);
  }
  for (const folder of folders)
    if (removedEmpty(at(path, folder))) back.unshift(() => mkdirSync(at(path, folder), { recursive: true }));
  for (const below of writes.keys()) {
    makeFolder(at(path, below), back);
    move(at(next(path), below), at(path, below), back);
  }
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
