import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvenAlert } from '#proof/prove-estate.js';

/** Where an alert stands among the files that are reviewed. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Where an estate stands, and the folder of manifests in it. */
export interface Root {
  readonly folder: string;
  readonly output: string;
}

/** The line of an alert among the manifests; the list of applications where it was never synthesized. */
export const placeOf = (root: Root, { alert, context }: ProvenAlert): Place => {
  const folder = join(root.output, context.application);
  for (const file of filesIn(join(root.folder, folder))) {
    const lines = readFileSync(join(root.folder, folder, file), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.trim() === `- alert: ${alert.name}`);
    if (at >= 0) return { path: `${root.output}/${context.application}/${file}`, line: at + 1 };
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
