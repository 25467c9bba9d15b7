import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { anything, lookup, wellTyped } from './arbitrary.js';

describe('What is printed parses back to the same tree', () => {
  test.each([
    ['on one line', inline],
    ['broken over lines', print],
  ])('%s', (_, written) => {
    fc.assert(
      fc.property(anything, (expr) => {
        expect(parse(written(expr), lookup)).toEqual(expr);
      }),
      { numRuns: 500 },
    );
  });

  test('and prints the same again', () => {
    fc.assert(
      fc.property(wellTyped.vector, (expr) => {
        expect(print(parse(print(expr), lookup))).toBe(print(expr));
      }),
      { numRuns: 200 },
    );
  });
});

/** A copy of a text without the parentheses at two places. */
const without = (text: string, ...places: readonly number[]): string =>
  text
    .split('')
    .filter((_, i) => !places.includes(i))
    .join('');

/** Pairs of parentheses around operands: not those of calls, lists of labels or strings. */
const pairs = (text: string): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  const open: number[] = [];
  const inStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '_'.repeat(quoted.length));
  inStrings.split('').forEach((character, i) => {
    if (character === '(') open.push(i);
    const start = character === ')' ? open.pop() : undefined;
    const isOperand = start !== undefined && (start === 0 || /[-(\s]$/.test(text.slice(0, start)));
    const isList =
      start !== undefined &&
      /\b(by|without|on|ignoring|group_left|group_right)\s*$/.test(text.slice(0, start));
    if (start !== undefined && isOperand && !isList) found.push([start, i]);
  });
  return found;
};

test('No pair of parentheses can be left out', () => {
  const same = (text: string, printed: string): boolean => {
    try {
      return inline(parse(text, lookup)) === printed;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(wellTyped.vector, (expr) => {
      const printed = inline(expr);
      // An aggregation with a grouping has its parenthesis apart from its name, as an operand has.
      const needless = pairs(printed).filter((pair) => same(without(printed, ...pair), printed));
      expect(needless.map(([from, to]) => printed.slice(from, to + 1))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
