import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { laws } from '#laws/laws.js';

/** Every law that a file of `laws/` holds, with its file. */
const written = readdirSync('src/laws', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(`src/laws/${file}`, 'utf8').matchAll(/^export const (\w+): Law = /gm)].map(
      ([, name = '']) => [name, file] as const,
    ),
  );

const lawOf = async (name: string, file: string): Promise<unknown> => {
  const held: Readonly<Record<string, unknown>> = await import(
    `../../src/laws/${file.replace(/\.ts$/, '.js')}`
  );
  return held[name];
};

describe('The estate is held to the law', () => {
  test.each(written)('%s of %s', async (name, file) => {
    expect(laws).toContain(await lawOf(name, file));
  });
});

test('No law stands in the list twice', () => {
  expect(new Set(laws).size).toBe(laws.length);
});

test('None comes from elsewhere', async () => {
  const known = await Promise.all(written.map(([name, file]) => lawOf(name, file)));
  expect(laws.filter((law) => !known.includes(law))).toEqual([]);
});
