import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pages, textOf } from './page.js';

/** A page's text without its fenced blocks and code. */
const prose = (page: string): string =>
  textOf(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ''));

/** What Markdown calls a heading, as GitHub and GitLab link to it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Where a page links to in this repository: the file, and the heading in it. */
const linksOf = (page: string) =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => {
      const [path = '', anchor] = to.split('#');
      return { to, file: path === '' ? page : join(dirname(page), path), anchor };
    });

describe.each(pages.map((page) => [page] as const))('%s', (page) => {
  test('links to what is there', () => {
    expect(linksOf(page).filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  test('links to headings that are there', () => {
    const gone = linksOf(page).filter(
      ({ file, anchor }) => anchor !== undefined && existsSync(file) && !anchorsOf(file).includes(anchor),
    );
    expect(gone).toEqual([]);
  });

  test('names paths that are there', () => {
    const named = [...textOf(page).matchAll(/`((?:src|test|build|bin)\/[\w./-]*\w\/?)`/g)].map(
      ([, path = '']) => path,
    );
    // Those of the shop are made by its reader.
    const ours = named.filter((path) => !/^(test\/routes)\/(shop|order-service|runbooks)/.test(path));
    expect(ours.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('every page can be found from the first', () => {
  const found = new Set(['README.md']);
  for (const page of found)
    linksOf(page)
      .filter(({ file }) => pages.includes(file))
      .forEach(({ file }) => found.add(file));
  expect(pages.filter((page) => !found.has(page))).toEqual([]);
});
