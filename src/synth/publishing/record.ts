import { numbers, record, recordFile, stampsAt, stampsOf } from '#bin/standing.mjs';
import { type Text, filesOf, sumOfText } from './content.js';
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
  record(recordFile(records, path), { at: found.at, paths, sums, stamps });
};
