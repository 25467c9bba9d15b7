import { readFileSync } from 'node:fs';
import { packsPage } from './page.js';
import { sourceOf } from './source.js';

/** Where the page of packs stands. */
export const packsPath = 'docs/packs.md';

/** The names of values that a file of public words exports, as the library calls them. */
export const publicNames = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.replace(/ as .*/, ''));

/** The page as the sources have it now. */
export const currentPacksPage = (): string =>
  packsPage(sourceOf('src/alerts'), publicNames('src/public/packs.ts'));
