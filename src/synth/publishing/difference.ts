import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Standing, knownBy, recordFile, recordOf, sizeAt, standing, sumOf } from '#bin/standing.mjs';
import { type Content, type Text, filesOf, isAlone, sizeOf, sumOfText } from './content.js';

/** In what a path differs from what is to stand there. */
export interface Difference {
  readonly path: string;
  readonly content: Content;
  /**
   * What stands there: of a file that stands as it is to, the text of the content itself; that of another is read when it is asked for, as
   * long as it stands.
   */
  readonly before: ReadonlyMap<string, Text>;
  /** Files that are to be written: they are not there, or say something else. */
  readonly writes: ReadonlyMap<string, Text>;
  /** Files that are there and are not to be. */
  readonly removes: readonly string[];
  /** Where it stands, and when that was looked at. */
  readonly standing: Standing;
  readonly at: number;
  /** Whether all that stands as it is to was known by the record. */
  readonly isRecorded: boolean;
}

/** Bytes of a file; nothing of what is none, such as a link that leads nowhere. */
const bytesAt = (file: string): Uint8Array | undefined =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;

const standingAt = (file: string, size: number): Text => ({
  size: Math.max(size, 0),
  get sum() {
    return sumOf(bytesAt(file) ?? '');
  },
  text: () => Buffer.from(bytesAt(file) ?? '').toString(),
});

/**
 * In what a path differs from its content. A file that nobody touched since it was recorded is not read.
 *
 * @param records The folder of what is recorded of such paths; nothing where nothing is.
 */
export const difference = (path: string, content: Content, records?: string): Difference => {
  const at = Date.now();
  const there = standing(path);
  const recorded = records === undefined ? undefined : recordOf(recordFile(records, path));
  const known = knownBy(recorded, there);
  const after = filesOf(content);
  const [before, writes, removes] = [new Map<string, Text>(), new Map<string, Text>(), Array<string>()];
  let read = 0;
  const isSame = (text: Text, below: string, index: number): boolean => {
    const sum = sumOfText(text);
    if (known(index) === sum) return true;
    const size = sizeAt(there, index);
    if (size >= 0 && size !== sizeOf(text)) return false;
    read += 1;
    const bytes = bytesAt(join(path, below));
    return bytes !== undefined && sumOf(bytes) === sum;
  };
  for (const [index, below] of there.paths.entries()) {
    // a folder where a file is to be, and a file where a folder is, are left to whoever put them there
    if ((below === '') !== isAlone(content)) continue;
    const text = after.get(below);
    const stays = text !== undefined && isSame(text, below, index);
    before.set(below, stays ? text : standingAt(join(path, below), sizeAt(there, index)));
    if (text === undefined) removes.push(below);
    else if (!stays) writes.set(below, text);
  }
  for (const [below, text] of after) if (!before.has(below)) writes.set(below, text);
  const isRecorded = read === 0 && recorded?.paths.length === before.size;
  return { path, content, before, writes, removes, standing: there, at, isRecorded };
};

/** Whether anything is to be done there. */
export const isDifferent = ({ writes, removes }: Difference): boolean => writes.size + removes.length > 0;
