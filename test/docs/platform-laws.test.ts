import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { onPlatform } from '#ground/codes/on-platform.js';
import { kinds } from '#ground/codes/codes.js';

const page = readFileSync('docs/delivery/platform-laws.md', 'utf8');
const named = [...page.matchAll(/^\|.*?\| `([a-z-]+)` +\|/gm)].map(([, code = '']) => code);

test.each(Object.keys(onPlatform))('the page of laws on platforms names %s', (code) => {
  expect(named).toContain(code);
});

test('it names no code that is not there', () => {
  expect(named.filter((code) => !kinds.has(code))).toEqual([]);
});
