import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Every file of tests, and the applications that it imports. */
const importing = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({
    path,
    applications: [
      ...readFileSync(join('test', path), 'utf8').matchAll(/from '(?:\.\.\/)+apps\/([\w-]+)\/[^']+'/g),
    ].map(([, name = '']) => name),
  }));

test('no test borrows an application but those that are called after it: it may go with them', () => {
  const borrowed = importing.flatMap(({ path, applications }) =>
    applications
      .filter((name) => !(path.startsWith('apps/') && basename(path).startsWith(name)))
      .map((name) => `test/${path}: ${name}`),
  );
  expect(borrowed).toEqual([]);
});
