import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Cluster } from '#cluster/cluster.js';
import { valuesFile } from '#delivery/platform.js';
import { isObject } from '#ground/field.js';

/** What a chart makes of values: objects of Kubernetes. */
export type Objects = readonly Readonly<Record<string, unknown>>[];

const helm = (words: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync('helm', words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1_024 ** 2,
  });
  if (error) throw new Error(`helm is not on PATH: ${error.message}`);
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** What `helm template` writes of a cluster's values, as text. */
export const template = (chart: string, cluster: Cluster): string => {
  const { release, namespace } = cluster.platform;
  const folder = mkdtempSync(join(tmpdir(), 'values-'));
  try {
    const file = join(folder, 'values.yaml');
    writeFileSync(file, valuesFile(cluster));
    return helm(['template', release, chart, '--namespace', namespace, '--values', file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const objectsIn = (text: string): Objects =>
  parseAllDocuments(text, { logLevel: 'silent' })
    .map((document): unknown => document.toJS())
    .filter(isObject);
