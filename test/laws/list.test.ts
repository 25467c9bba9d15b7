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

describe('The estate is held to the law', () => {
  test.each(written)('%s of %s', async (name, file) => {
    const held: Readonly<Record<string, unknown>> = await import(
      `../../src/laws/${file.replace(/\.ts$/, '.js')}`
    );
    expect(laws).toContain(held[name]);
  });
});

test('No law stands in the list twice, or comes from elsewhere', () => {
  expect(laws.map(({ name }) => name).sort()).toEqual(written.map(([name]) => name).sort());
});
