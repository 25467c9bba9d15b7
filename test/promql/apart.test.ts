import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { areApart } from '#promql/metric/apart.js';
import { matchesWhole } from '#promql/metric/re2.js';

const matching = (value: string) => ({ label: 'code', operator: '=~', value }) as const;

describe('two patterns name no text in common', () => {
  test.each([
    ['5..', '4..'],
    ['5..|429', '2..|3..'],
    ['(5..)', '4.*'],
    ['api-.+', 'web-.+'],
    ['5..', '404'],
  ])('%s and %s', (one, other) => {
    expect(areApart(matching(one), matching(other))).toBe(true);
  });
});

describe('two patterns may name one text', () => {
  test.each([
    ['5..', '50.'],
    ['5..', '$code'],
    ['5..|404', '4..'],
    ['5?..', '4..'],
    ['5*.', '4..'],
    ['5{0,1}..', '4..'],
    ['.+', '4..'],
    ['', '4..'],
    ['4..|', '5..|'],
    ['[45]..', '4..'],
    ['\\d+', '4..'],
    ['(?i)a.*', 'A.*'],
  ])('%s and %s', (one, other) => {
    expect(areApart(matching(one), matching(other))).toBe(false);
  });

  test('whatever they are made of', () => {
    const pattern = fc
      .stringMatching(/^[45.|?*+]{1,5}$/)
      .filter((each) => !/[?*+|]{2}|^[?*+]|\|[?*+]/.test(each));
    const text = fc.stringMatching(/^[45]{0,4}$/);
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, named) => {
        const isBoth = matchesWhole(one, named) && matchesWhole(other, named);
        expect(isBoth && areApart(matching(one), matching(other))).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
