import { openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of this run by their sums, in one file in a folder that goes with it: those of a fleet need not be in memory until they are written. */
export const spoolIn = (folder) => {
  const places = new Map();
  let file;
  let end = 0;
  const keepText = (sum, text) => {
    if (places.has(sum)) return;
    file ??= openSync(join(folder, 'texts'), 'w+');
    const length = writeSync(file, text, end);
    places.set(sum, [end, length]);
    end += length;
  };
  const text = (sum) => {
    if (!places.has(sum)) return undefined;
    const [start, length] = places.get(sum);
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, start);
    return bytes.toString('utf8');
  };
  return { keepText, text };
};
