import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { byKey } from '#ground/by-key.js';
import type { Manifest } from '#imports/manifest.js';
import { readFiles } from '#synth/folder.js';

const page = readFileSync('docs/delivery.md', 'utf8');

/** A manifest of `dist/`, and the folder that holds it. */
const objects = [...readFiles('dist')]
  .filter(([path]) => /^[^/]+\/[^/]+\/[A-Z][^/]*\.yaml$/.test(path))
  .map(([path, text]) => {
    const manifest: Manifest = parse(text);
    return { folder: `dist/${path.replace(/\/[^/]*$/, '')}`, ...manifest };
  });

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

const [, command = ''] = /```sh\n(cd .*)\n```/.exec(page) ?? [];
/** Namespaces are of none. */
const folders = sorted(objects.map(({ folder }) => folder)).filter(
  (folder) => !folder.endsWith('/namespaces'),
);

test.each(folders)(
  'the command of the page of delivery tells of %s what comes into which namespace',
  (folder) => {
    const { stdout } = spawnSync('bash', ['-c', command.replace(/dist\/[\w/-]+/, folder)], {
      encoding: 'utf8',
    });
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

test('every object is of a namespace but the Namespaces', () => {
  const outside = objects.filter(
    ({ kind, metadata }) => kind !== undefined && metadata.namespace === undefined,
  );
  expect(new Set(outside.map(({ kind }) => kind))).toEqual(new Set(['Namespace']));
});
