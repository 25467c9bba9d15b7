import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { currentPacksPage, packsPath, publicNames } from '#reference/packs-page.js';
import { alertFunctions } from '#reference/page.js';
import { themes } from '#reference/packs/packs.js';
import { sourceOf } from '#reference/source.js';

const source = sourceOf('src/alerts');
const names = publicNames();
const page = readFileSync(packsPath, 'utf8');

test('the page of packs is as `npm run docs` writes it', () => {
  expect(page).toBe(currentPacksPage());
});

describe('the page of packs names', () => {
  test.each(alertFunctions(source, names))('%s, which makes alerts and is public', (name) => {
    expect(page.split(/\W/)).toContain(name);
  });
});

test('every example is of a function that is public', () => {
  const shown = themes.flatMap(({ packs }) => Object.keys(packs));
  expect(shown.filter((name) => !alertFunctions(source, names).includes(name))).toEqual([]);
});
