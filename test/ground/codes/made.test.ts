import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { kinds, themes } from '#ground/codes/codes.js';

/** The library but for the table, as one text. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('ground/codes/'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');

test.each([...kinds.keys()])('some fault is called %s', (code) => {
  expect(sources).toMatch(new RegExp(`'${code}'`));
});

test('no code stands in two themes', () => {
  expect(Object.values(themes).flatMap(Object.keys)).toHaveLength(kinds.size);
});

test('each has one line for each of what it is, and why', () => {
  const unfit = [...kinds].filter(([, { is, why }]) => /\n|\.$/.test(is) || !/[^.\n][.?]$/.test(why));
  expect(unfit).toEqual([]);
});
