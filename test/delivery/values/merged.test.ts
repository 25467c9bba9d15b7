import { describe, expect, test } from '@jest/globals';
import { merged } from '#delivery/values/merged.js';

describe('contributions', () => {
  test('are joined branch by branch', () => {
    expect(merged([{ a: { b: 1 } }, { a: { c: 2 } }])).toEqual({ a: { b: 1, c: 2 } });
  });

  test('may say the same twice', () => {
    expect(merged([{ a: { b: ['x'] } }, { a: { b: ['x'] } }])).toEqual({ a: { b: ['x'] } });
  });

  test('are refused where they say different things of one key', () => {
    expect(() => merged([{ a: { b: 1 } }, { a: { b: 2 } }])).toThrow(
      'a.b: two contributions write it, 1 and 2',
    );
  });

  test('are refused where one says a list and another a longer one', () => {
    expect(() => merged([{ a: ['x'] }, { a: ['x', 'y'] }])).toThrow('a: two contributions write it');
  });

  test('say nothing where all of a branch is undefined', () => {
    expect(merged([{ a: { b: { c: undefined } }, d: 1 }])).toEqual({ d: 1 });
  });

  test('may say an object without anything in it', () => {
    expect(merged([{ a: { selector: {} } }])).toEqual({ a: { selector: {} } });
  });
});
