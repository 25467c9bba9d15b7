import { describe, expect, test } from '@jest/globals';
import { oneOfEachCause } from '#synth/causes.js';
import type { Fault } from '#ground/fault.js';

const misspelt = {
  place: 'apps/shop/index.ts:39:81',
  text: `TS2820: Type '"critcal"' is not assignable to type 'Severity'. Did you mean '"critical"'?`,
};
const fault = (where: string, why = 'this is wrong', what = ''): Fault => ({
  where,
  what,
  code: 'wrong-type',
  why,
  cure: '',
});
/** Where those stand of which the compiler has not told. */
const left = (...found: readonly Fault[]) =>
  oneOfEachCause([misspelt], found)
    .slice(1)
    .map(({ where }) => where);

describe('of what the compiler refuses is told no more', () => {
  test('what was refused in the same line', () => {
    expect(left(fault('apps/shop/index.ts:39:3'))).toEqual([]);
  });

  test('what is said of the same word in the same application', () => {
    expect(left(fault('shop/routing.route', 'no alert that gets here has severity="critcal"'))).toEqual([]);
  });

  test('what was refused as the same word in the same application', () => {
    expect(left(fault('apps/shop/routing.ts:3:1', 'no such severity', 'critcal'))).toEqual([]);
  });

  test('a value that is not there, in the same file', () => {
    expect(left(fault('apps/shop/index.ts:50:1', 'TypeError: x is undefined'))).toEqual([]);
  });
});

describe('is told all the same', () => {
  test('what was refused in another line', () => {
    expect(left(fault('apps/shop/index.ts:3:9'))).toEqual(['apps/shop/index.ts:3:9']);
  });

  test('the same word in another application', () => {
    expect(left(fault('bakery/routing', 'no alert that gets here has severity="critcal"'))).toEqual([
      'bakery/routing',
    ]);
  });

  test('a word that the compiler only proposes', () => {
    expect(left(fault('shop/routing', 'severity="critical" pages nobody'))).toEqual(['shop/routing']);
  });

  test('what a file throws for a reason of its own', () => {
    expect(left(fault('apps/shop/index.ts:50:1', 'Error: no such shelf'))).toEqual([
      'apps/shop/index.ts:50:1',
    ]);
  });
});

test('The compiler is quoted without the secrets that it quotes (mistake 19)', () => {
  const text = `TS2322: Type '"redis://:hunter2@redis:6379"' is not assignable to type 'Address'.`;
  expect(oneOfEachCause([{ place: 'apps/shop/index.ts:7:1', text }], [])).toEqual([
    {
      where: 'apps/shop/index.ts:7:1',
      what: '',
      code: 'type-error',
      why: `TS2322: Type '"(not shown)redis:6379"' is not assignable to type 'Address'`,
      cure: 'a password in a URL would be committed: put it into a Secret and refer to it with secret(name, key)',
    },
  ]);
});
