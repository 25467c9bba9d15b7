import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { kinds } from '#ground/codes/codes.js';
import { mistakesPage } from '#reference/mistakes-page.js';

const page = 'docs/mistakes.md';
const rows = [...readFileSync(page, 'utf8').matchAll(/^\| +(\d+) \| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, number = '', mistake = '', refused = '']) => ({ number, mistake, refused: refused.split(', ') }),
);

/** The numbers that tests cite: `(mistake 14)`, `(mistakes 17 and 18)`. */
const cited = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(join('test', path), 'utf8').matchAll(/\(mistakes? (\d[\d, and]*)\)/g)].flatMap(
      ([, numbers = '']) => (numbers.match(/\d+/g) ?? []).map((number) => ({ path, number })),
    ),
  );

/** What no fault tells: 4 and 93 cannot be written by the words that there are, and 89 is of how faults are told. */
const toldByNone = ['4', '89', '93'];

describe(`${page} holds`, () => {
  test('each number that a test cites', () => {
    const known = new Set(rows.map(({ number }) => number));
    expect(cited.filter(({ number }) => !known.has(number))).toEqual([]);
  });

  test('no mistake of which no test shows that it is refused', () => {
    const shown = new Set(cited.map(({ number }) => number));
    expect(rows.filter(({ number }) => !shown.has(number))).toEqual([]);
  });

  test('each number once, in their order', () => {
    const numbers = rows.map(({ number }) => Number(number));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test('of each how it is refused', () => {
    const ways = ['type', 'made', 'law', 'proof', 'written'];
    expect(rows.filter(({ refused }) => !refused.every((way) => ways.includes(way)))).toEqual([]);
  });

  test('the codes as `npm run docs` writes them', () => {
    const text = readFileSync(page, 'utf8');
    expect(text).toBe(mistakesPage(text));
  });

  test('each number by which a code says which mistake it is', () => {
    const known = new Set(rows.map(({ number }) => Number(number)));
    expect([...kinds].filter(([, { mistakes }]) => !mistakes.every((each) => known.has(each)))).toEqual([]);
  });

  test('no number that is refused when made or by a law, and has no code', () => {
    const coded = new Set([...kinds.values()].flatMap(({ mistakes }) => mistakes.map(String)));
    const refused = rows.filter(({ refused: ways }) => ways.includes('made') || ways.includes('law'));
    expect(refused.filter(({ number }) => !coded.has(number)).map(({ number }) => number)).toEqual(
      toldByNone,
    );
  });
});
