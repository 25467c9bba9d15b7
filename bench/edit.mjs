import { readFileSync, writeFileSync } from 'node:fs';

const limit = /latency: seconds\([\d.]+\)/;

/** Another limit of latency in each round: two that histograms have buckets for. */
export const other = (round) => `latency: seconds(${round % 2 === 0 ? 2.5 : 5})`;

/**
 * Replaces the limit of latency in a file, as a person would that edits one application: its rule, its dashboard and a page change.
 *
 * @throws Error where it has none.
 */
export const replaceIn = (file, text) => {
  const before = readFileSync(file, 'utf8');
  if (!limit.test(before)) throw new Error(`${file} has no limit of latency`);
  writeFileSync(file, before.replace(limit, text));
};
