import { record, recordFile, stampsOf } from '#bin/standing.mjs';
import { filesOf, sumOfText } from './content.js';
import { type Difference, isDifferent } from './difference.js';
import { at } from './plan.js';

/**
 * Records what stands at a path now that its content does, so that the next time it need not be read.
 *
 * @param records The folder of such records.
 */
export const keepRecord = (found: Difference, records: string): void => {
  const { path, content, writes, standing, isRecorded } = found;
  if (isRecorded && !isDifferent(found)) return;
  const then = new Map(standing.paths.map((below, index) => [below, index]));
  const files = [...filesOf(content)];
  const stamps = files.flatMap(([below]) => {
    const index = then.get(below);
    return index === undefined || writes.has(below)
      ? stampsOf(at(path, below))
      : [...standing.stamps.subarray(index * 4, index * 4 + 4)];
  });
  record(recordFile(records, path), {
    at: found.at,
    paths: files.map(([below]) => below),
    stamps: Float64Array.from(stamps),
    sums: files.map(([, text]) => sumOfText(text)),
  });
};
