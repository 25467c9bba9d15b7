import { expect, test } from '@jest/globals';
import { together } from '#alerts/rule/together.js';
import { queueing } from './stall.js';

test('packs that are joined have the alerts of all', () => {
  expect(Object.keys(together({ a: queueing() }, { b: queueing(), c: queueing() }))).toEqual(['a', 'b', 'c']);
});

test('packs that share keys which their types do not show are refused, with every key', () => {
  const all = { a: queueing(), b: queueing(), c: queueing() };
  const last: Pick<typeof all, 'c'> = all;
  expect(() => together({ a: queueing(), b: queueing() }, last)).toThrow(
    /two packs have an alert under the key a, and one would be lost[^]*the key b, and one would be lost/,
  );
});
