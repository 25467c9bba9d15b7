import { describe, expect, test } from '@jest/globals';
import { kinds } from '#ground/codes/codes.js';
import { faultsOf } from './example.js';

const run = [...kinds].filter(([, { notRun }]) => notRun === undefined);
const codesOf = (snippet: string): readonly string[] => [
  ...new Set(faultsOf(snippet).map(({ code }) => code)),
];

describe('the example of a code', () => {
  test.each(run)('%s is refused by that code', (code, { wrong }) => {
    expect(codesOf(wrong)).toContain(code);
  });

  test.each(run)('%s is accepted as it is meant', (_, { right }) => {
    expect(faultsOf(right)).toEqual([]);
  });
});
