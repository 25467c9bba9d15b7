import { createRequire } from 'node:module';
import type * as Re2 from 're2-wasm';
import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { matchesWhole, re2Fault } from '../../promql/metric/re2.js';

const { RE2 } = createRequire(import.meta.url)('re2-wasm') as typeof Re2;

const asRe2 = (pattern: string): ((text: string) => boolean) | undefined => {
  try {
    const compiled = new RE2(`^(?:${pattern})$`, 'u');
    return (text) => compiled.test(text);
  } catch {
    return undefined;
  }
};

const pattern = fc
  .array(
    fc.constantFrom(
      ...'ab5.|()*+?^$-/가🌊',
      '(?:',
      '(?i)',
      '*?',
      '\\d',
      '\\w',
      '\\.',
      '\\-',
      '\\b',
      '[a-z]',
      '[^ab]',
      '[0-9.]',
      '[\\w-]',
      '[z-a]',
      '{2}',
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));
const text = fc.string({ unit: fc.constantFrom(...'abB5.-/ 가🌊'), maxLength: 4 });

test('A pattern is known, and matches, where it is and does in RE2', () => {
  fc.assert(
    fc.property(pattern, text, (each, of) => {
      const matches = asRe2(each);
      expect(re2Fault(each) === undefined).toBe(matches !== undefined);
      if (matches) expect(matchesWhole(each, of)).toBe(matches(of));
    }),
    { numRuns: 2_000 },
  );
});

describe('RE2 says why', () => {
  test.each([
    ['(?=a)', /invalid perl operator: \(\?=; look-around and back-references do not exist there/],
    ['(a', /Unterminated group$/],
    ['[[:oops:]]', /invalid character class range: \[:oops:\]$/],
  ])('%s', (each, why) => {
    expect(re2Fault(each)).toMatch(why);
  });
});
