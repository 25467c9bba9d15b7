import { expect, test } from '@jest/globals';
import { RE2 as Whole } from 're2-wasm';
import { RE2 } from '#bin/re2.mjs';

/** As the models of the Prometheus Operator write days, in which `(?i)` holds for a part alone. */
const days =
  '^((?i)sun|mon|tues|wednes|thurs|fri|satur)day(?:((:(sun|mon|tues|wednes|thurs|fri|satur)day)$)|$)';

test.each(['monday', 'MONday', 'MONDAY', 'monday:friday', 'monday:FRIday', 'mo', ''])(
  'a pattern that is made when it is asked says of %j what it says when it is made at once',
  (text) => {
    expect(new RE2(days, 'u').test(text)).toBe(new Whole(days, 'u').test(text));
  },
);

test('nothing is made of a pattern that nobody asks', () => {
  expect(() => new RE2('(', 'u')).not.toThrow();
});

test('what is no pattern is told where it is asked', () => {
  expect(() => new RE2('(', 'u').test('')).toThrow(/missing \)/);
});
