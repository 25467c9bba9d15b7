import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { estate } from '../../main.js';

test.each(estate.map(({ name }) => name))('the proofs of %s are run', (name) => {
  expect(existsSync(new URL(`estate/${name}.test.ts`, import.meta.url))).toBe(true);
});
