import { lstatSync } from 'node:fs';
import { numbers, record, recordFile, stampsAt, stampsOf } from '#bin/standing.mjs';
import { type Text, filesOf, sumOfText } from './content.js';
import { type Difference, isDifferent } from './difference.js';
import { at, foldersOf, isFolder } from './plan.js';

/** What stands at a path now that its content does: files below it, each with its numbers, and folders, each with when its names changed. */
export interface Stood {
  readonly path: string;
  readonly paths: readonly string[];
  readonly stamps: Float64Array;
  readonly folders: readonly (readonly [below: string, time: number])[];
  /** When it was looked at first, in milliseconds. */
  readonly at: number;
}

/** The same with the sum of each file. */
interface Recorded extends Stood {
  readonly sums: readonly string[];
}

/** The folders as they are now: those in which nothing was written or removed are as they were found. */
const foldersNow = ({ path, writes, removes, standing }: Difference): Stood['folders'] => {
  const touched = foldersOf([...writes.keys(), ...removes]);
  const isTouched = (folder: string): boolean => folder === '' || touched.has(folder);
  const before = standing.folders.map((folder, i) => [folder, standing.times[i] ?? 0] as const);
  const fresh = ['', ...touched].flatMap((folder) =>
    isFolder(at(path, folder)) ? [[folder, lstatSync(at(path, folder)).mtimeMs] as const] : [],
  );
  return [...before.filter(([folder]) => !isTouched(folder)), ...fresh];
};

const recordedNow = (found: Difference): Recorded => {
  const { path, content, writes, standing } = found;
  const after = filesOf(content);
  const [paths, sums] = [Array<string>(), Array<string>()];
  const stamps = new Float64Array(after.size * numbers);
  const keep = (below: string, text: Text, told: ArrayLike<number>): void => {
    stamps.set(told, paths.length * numbers);
    paths.push(below);
    sums.push(sumOfText(text));
  };
  // in the order in which they stand: so each is found again where it is looked for first
  for (const [index, below] of standing.paths.entries()) {
    const text = after.get(below);
    if (text !== undefined && !writes.has(below)) keep(below, text, stampsAt(standing, index));
  }
  for (const [below, text] of writes) keep(below, text, stampsOf(at(path, below)));
  return { path, at: found.at, paths, sums, stamps, folders: foldersNow(found) };
};

/**
 * Records what stands at a path now that its content does, so that the next time it need not be read; and tells of it.
 *
 * @param records The folder of such records; nothing where nothing is recorded.
 */
export const keepRecord = (found: Difference, records?: string): Stood => {
  const { path, standing, isRecorded } = found;
  if (!isDifferent(found) && (isRecorded || records === undefined)) {
    const folders = standing.folders.map((folder, i) => [folder, standing.times[i] ?? 0] as const);
    return { path, at: found.at, paths: standing.paths, stamps: standing.stamps, folders };
  }
  const now = recordedNow(found);
  if (records !== undefined) record(recordFile(records, path), now);
  return now;
};
