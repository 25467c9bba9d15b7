import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packsPage } from './page.js';
import { sourceOf } from './source.js';

/** Where the page of packs stands. */
export const packsPath = 'docs/packs.md';

/** The names of values among the public words, as the library calls them. */
export const publicNames = (): readonly string[] =>
  readdirSync('src/public')
    .map((name) => readFileSync(join('src/public', name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/^export \{([^}]*)\}/gm)])
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.replace(/ as .*/, ''));

/** The page as the sources have it now. */
export const currentPacksPage = (): string => packsPage(sourceOf('src/alerts'), publicNames());
