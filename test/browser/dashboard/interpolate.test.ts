import { describe, expect, test } from '@jest/globals';
import { type Chosen, plainly } from '#browser/dashboard/variable/chosen.js';
import { asText, forPrometheus } from '#browser/dashboard/variable/formats.js';
import { interpolate, type Known, within } from '#browser/dashboard/variable/interpolate.js';

const several = (values: readonly string[], changed: Partial<Chosen> = {}): Chosen => ({
  values,
  texts: values,
  isRegex: true,
  isList: true,
  isAll: false,
  ...changed,
});

const known: Known = {
  namespace: plainly('shop'),
  path: several(['/a.b', '/c']),
  pod: several(['web(1)']),
  any: several(['a', 'b'], { isAll: true, allValue: '.+' }),
  __rate_interval: plainly('2m'),
};
const inQuery = (text: string): string => interpolate(text, known, forPrometheus);

describe('Variables in PromQL', () => {
  test.each([
    ['a value as it is', 'up{n="$namespace"}', 'up{n="shop"}'],
    ['several as a regular expression', 'up{p=~"$path"}', 'up{p=~"(/a\\\\.b|/c)"}'],
    ['one of several without parentheses round it', 'up{p=~"$pod"}', 'up{p=~"web\\\\(1\\\\)"}'],
    ['all by what stands for all', 'up{p=~"$any"}', 'up{p=~".+"}'],
    ['the window of rates', 'rate(a[$__rate_interval])', 'rate(a[2m])'],
    ['the old way to write them', 'up{n="[[namespace]]"}', 'up{n="shop"}'],
    ['a format', '${path:pipe}', '/a.b|/c'],
    ['a format of the address', '${path:queryparam}', 'var-path=%2Fa.b&var-path=%2Fc'],
    ['values as they are', '${path:raw}', '/a.b,/c'],
  ])('%s', (_, text, filled) => {
    expect(inQuery(text)).toBe(filled);
  });

  test.each(['label_replace(up, "a", "${1}-$2", "b", "(.*)")', 'up{a=~"x$"}', '$unknown', '${toString}'])(
    'what is no variable stays as it is: %s',
    (text) => {
      expect(inQuery(text)).toBe(text);
    },
  );

  test('a repetition has one value of a variable, in a regular expression still', () => {
    expect(interpolate('up{p=~"$path"}', within(known, { path: '/c.d' }), forPrometheus)).toBe(
      'up{p=~"/c\\\\.d"}',
    );
  });
});

test('Titles have the words that were chosen', () => {
  expect(interpolate('$path of $any', known, asText)).toBe('/a.b + /c of All');
});
