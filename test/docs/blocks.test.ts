import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { shop } from './snippets/estate.js';
import { holds } from './snippets/excerpt.js';
import { blocksOf, pages, written } from './page.js';

const blocks = pages.flatMap((page) => blocksOf(page).map((block) => ({ page, ...block })));
const of = (...languages: readonly string[]) => blocks.filter(({ language }) => languages.includes(language));

test('every fence says what it holds', () => {
  const known = ['ts', 'sh', 'yaml', 'text', 'diff', 'promql'];
  expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
});

test('what is marked as an excerpt of a file of this repository stands in it', () => {
  const excerpts = blocks.filter(({ marker = '' }) => /^(test|apps|src)\/(?!shop\/).+\.\w+$/.test(marker));
  const gone = excerpts.filter(
    ({ marker = '', code }) => !readFileSync(marker, 'utf8').includes(code.trim()),
  );
  expect(gone.map(({ page, marker }) => [page, marker])).toEqual([]);
});

test('what is marked as a file that `cheomseong new` writes stands in it', () => {
  const excerpts = blocks.filter(({ marker = '' }) => marker.startsWith('.'));
  const gone = excerpts.filter(({ marker = '', code }) => !holds(shop[marker] ?? '', code));
  expect(gone.map(({ page, marker }) => [page, marker])).toEqual([]);
});

test('every excerpt in YAML can be read', () => {
  const unread = of('yaml').filter(({ code }) =>
    parseAllDocuments(code).some(({ errors }) => errors.length > 0),
  );
  expect(unread).toEqual([]);
});

describe('pages are written without em dashes', () => {
  test.each(written.map((page) => [page] as const))('%s', (page) => {
    expect(readFileSync(page, 'utf8')).not.toContain('—');
  });
});
