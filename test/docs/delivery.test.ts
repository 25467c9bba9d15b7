import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { byKey } from '#ground/by-key.js';
import { kinds } from '#imports/kinds.js';
import type { Manifest } from '#imports/manifest.js';
import { readFiles } from '#synth/folder.js';

const page = readFileSync('docs/delivery.md', 'utf8');

/** A manifest of `dist/`, and the folder that holds it. */
const objects = [...readFiles('dist')]
  .filter(([path]) => path.endsWith('.yaml') && !path.startsWith('compose/'))
  .map(([path, text]) => {
    const manifest: Manifest = parse(text);
    return { folder: `dist/${path.split('/')[0] ?? ''}`, ...manifest };
  });

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

const [, command = ''] = /```sh\n(cd .*)\n```/.exec(page) ?? [];
const folders = sorted(objects.map(({ folder }) => folder));

test.each(folders)(
  'the command of the page of delivery tells of %s what comes into which namespace',
  (folder) => {
    const { stdout } = spawnSync('bash', ['-c', command.replace(/dist\/\w+/, folder)], { encoding: 'utf8' });
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    const places = byKey(
      objects.filter((each) => each.folder === folder),
      ({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}`,
    );
    const wanted = [...places].map(([place, { length }]) => {
      const [kind = '', namespace = ''] = place.split(' ');
      return [`${length}`, 'kind:', kind, 'namespace:', namespace];
    });
    expect(sorted(told.map((line) => line.join(' ')))).toEqual(sorted(wanted.map((line) => line.join(' '))));
  },
);

describe('the role of the page of delivery', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { rules }: { rules: readonly { apiGroups: readonly string[]; resources: readonly string[] }[] } =
    parse(yaml);

  test('allows each kind that this project writes, and no other', () => {
    const allowed = rules.flatMap(({ apiGroups, resources }) =>
      apiGroups.flatMap((group) => resources.map((resource) => `${group}/${resource}`)),
    );
    const written = kinds.map(({ apiVersion, kind }) => {
      const [group, version] = apiVersion.split('/');
      const plural = `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');
      return `${version === undefined ? '' : group}/${plural}`;
    });
    expect(sorted(allowed)).toEqual(sorted(written));
  });

  test('is of a namespace, as is every object that it is for', () => {
    expect(objects.filter(({ metadata }) => metadata.namespace === undefined)).toEqual([]);
  });
});
