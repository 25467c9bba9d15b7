import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { quoted, unquoted } from '#promql/expr/string-text.js';
import { text } from './arbitrary.js';

describe('A string literal is read as Go reads it', () => {
  test.each([
    ['"plain"', 'plain'],
    [String.raw`"\a\b\f\n\r\t\v\\\""`, '\u0007\b\f\n\r\t\v\\"'],
    [String.raw`'it\'s "so"'`, `it's "so"`],
    ['`\\d is raw`', '\\d is raw'],
    [String.raw`"\x41\101\u0041\U00000041"`, 'AAAA'],
    [String.raw`"\xf0\x9f\x8c\x8a"`, '🌊'],
    [String.raw`"\U0001F30A"`, '🌊'],
    ['"ㅎ🌊"', 'ㅎ🌊'],
    ['""', ''],
    ['"\\ufeff"', '\ufeff'],
  ])('%s', (literal, read) => {
    expect(unquoted(literal)).toBe(read);
  });
});

describe('A string literal is refused', () => {
  test.each([
    ['for an escape that Go does not know', String.raw`"\d"`],
    ['for an escape of JSON alone', String.raw`"\/"`],
    ['for the escaped quote of the other kind', String.raw`"\'"`],
    ['for half a character', String.raw`"\ud83c\udf0a"`],
    ['for half a character as it is', '"\ud83c"'],
    ['for a byte that is no UTF-8', String.raw`"\xff"`],
    ['for a character beyond Unicode', String.raw`"\U00110000"`],
    ['for a backslash at the end', '"\\"'],
    ['for a short escape', String.raw`"\x4"`],
    ['for a missing quote', '"open'],
    ['for a single quote sign', '"'],
  ])('%s', (_, literal) => {
    expect(unquoted(literal)).toBeUndefined();
  });
});

test('What is quoted reads as it was', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(unquoted(quoted(each))).toBe(each);
    }),
  );
});

test('What is quoted holds no character that YAML or a reader would lose', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(quoted(each)).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
    }),
  );
});
