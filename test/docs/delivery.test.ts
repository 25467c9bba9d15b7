import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { byKey } from '../../ground/by-key.js';
import type { Manifest } from '../../imports/manifest.js';
import { readFiles } from '../../synth/folder.js';

const page = readFileSync('docs/delivery.md', 'utf8');

/** A manifest of `dist/`, and the folder that holds it. */
const objects = [...readFiles('dist')]
  .filter(([path]) => path.endsWith('.yaml') && !path.startsWith('compose/'))
  .map(([path, text]) => {
    const manifest: Manifest = parse(text);
    return { folder: `dist/${path.split('/')[0] ?? ''}`, ...manifest };
  });

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

const cells = (row: string): readonly string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

test('the page of delivery names every folder, its namespaces and the kinds in each', () => {
  const places = byKey(objects, ({ folder, metadata }) => `${folder} ${metadata.namespace ?? ''}`);
  const rows = [...places].map(([place, found]) => [
    ...place.split(' '),
    sorted(found.map(({ kind }) => kind)).join(', '),
  ]);
  const written = page.split('\n').filter((line) => line.startsWith('| `dist/'));
  expect(written.map(cells)).toEqual(rows.sort());
});

describe('the role of the page of delivery', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { rules }: { rules: readonly { apiGroups: readonly string[]; resources: readonly string[] }[] } =
    parse(yaml);

  test('allows each kind that is delivered, and no other', () => {
    const allowed = rules.flatMap(({ apiGroups, resources }) =>
      apiGroups.flatMap((group) => resources.map((resource) => `${group}/${resource}`)),
    );
    const delivered = objects.map(({ apiVersion, kind }) => {
      const [group, version] = apiVersion.split('/');
      return `${version === undefined ? '' : group}/${kind.toLowerCase()}s`;
    });
    expect(sorted(allowed)).toEqual(sorted(delivered));
  });

  test('is of a namespace, as is every object that it is for', () => {
    expect(objects.filter(({ metadata }) => metadata.namespace === undefined)).toEqual([]);
  });
});
