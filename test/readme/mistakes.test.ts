import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

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
});
