import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

/** The packages that a file of ours loads, by itself or through others. */
const loadedBy = (file: string): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  const meta = join(folder, 'meta.json');
  execFileSync('node_modules/.bin/esbuild', [
    file,
    ...['--bundle', '--platform=node', '--format=esm', '--packages=external', '--log-level=error'],
    ...[`--metafile=${meta}`, `--outfile=${join(folder, 'out.mjs')}`],
  ]);
  const { outputs }: Metafile = JSON.parse(readFileSync(meta, 'utf8'));
  rmSync(folder, { recursive: true });
  return Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
};

const ofKubernetes = /^(cdk8s|constructs|kubernetes-models|@kubernetes-models)/;

describe('A package of Kubernetes is loaded', () => {
  test("by nobody who imports 'cheomseong'", () => {
    expect(loadedBy('src/index.ts').filter((path) => ofKubernetes.test(path))).toEqual([]);
  });

  test("by whoever imports 'cheomseong/cdk8s'", () => {
    expect(loadedBy('src/public/cdk8s.ts').some((path) => ofKubernetes.test(path))).toBe(true);
  });
});
