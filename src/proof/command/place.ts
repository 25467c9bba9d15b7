import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvenAlert } from '#proof/prove-estate.js';

/** Where an alert stands among the files that are reviewed. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The line of an alert in `dist/`, below `root`; the list of applications where it was never synthesized. */
export const placeOf = (root: string, { alert, context }: ProvenAlert): Place => {
  const folder = join('dist', context.application);
  for (const file of filesIn(join(root, folder))) {
    const lines = readFileSync(join(root, folder, file), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.trim() === `- alert: ${alert.name}`);
    if (at >= 0) return { path: `dist/${context.application}/${file}`, line: at + 1 };
  }
  return { path: 'main.ts', line: 1 };
};

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith('PrometheusRule'))
      .sort();
  } catch {
    return [];
  }
};
