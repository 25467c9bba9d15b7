import { expect, test } from '@jest/globals';
import { meaningOf } from '#dashboards/check/meaning.js';

test.each(['failed', '5xx', 'HTTP 5xx', 'DOWN', 'cancelled', 'dead letters', '5..', '오류', '실패 건수'])(
  "'%s' names what fails",
  (name) => {
    expect(meaningOf(name)).toBe('failing');
  },
);

test.each(['completed', 'succeeded', '2xx', 'UP', 'ok', 'completed orders', '성공'])(
  "'%s' names what is well",
  (name) => {
    expect(meaningOf(name)).toBe('well');
  },
);

test.each([
  ['requests', 'no such word'],
  ['allowed failures', 'what may be, and is no failure'],
  ['error budget left', 'the same'],
  ['no errors', 'a word that is turned'],
  ['scaled down', 'a word that means something alone'],
  ['succeeded or failed', 'both'],
  ['terrors', 'a word that has another in it'],
])("'%s' names neither: it has %s", (name) => {
  expect(meaningOf(name)).toBeUndefined();
});
