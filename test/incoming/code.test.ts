import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';
import { arrow, called, list, object, openObject, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { codeName, namesIn } from '#incoming/code/names.js';
import { apart } from '#ground/apart.js';
import { block, patternText, quoted } from '#incoming/code/text.js';

const words = (count: number) => Array.from({ length: count }, (_, i) => verbatim(`'word ${i} of many'`));
/** `grows('…', 1)` of 98 columns. */
const apartWords = [verbatim(quoted('a'.repeat(86))), verbatim('1')];

describe('code is laid out as Prettier does it', () => {
  test.each([
    ['short', called('alert', verbatim("'Down'"), object({ for: verbatim("'5m'") }))],
    ['an open object', called('alert', verbatim("'Down'"), openObject({ for: verbatim("'5m'") }))],
    ['a long list', list(words(8))],
    ['a long call', called('above', called('sum', ...words(5)), called('count', verbatim('5')))],
    ['a call that its comma makes too long', list([called('grows', ...apartWords), verbatim('1')])],
    ['a function', arrow('()', called('alert', verbatim("'Down'"), openObject({ given: list(words(9)) })))],
    ['a long text of a short name', openObject({ when: verbatim(quoted('a'.repeat(120))) })],
    [
      'a text too long for its line',
      object({ summary: verbatim(quoted('a'.repeat(95))), for: verbatim('1') }),
    ],
  ])('%s', async (_, code) => {
    const text = declaration('it', code);
    expect(text).toBe(await format(text, { parser: 'typescript', singleQuote: true, printWidth: 100 }));
  });
});

describe('texts', () => {
  test.each([
    ['it is', "'it is'"],
    ["it's", '"it\'s"'],
    ['a "b" \'c\'', "'a \"b\" \\'c\\''"],
    ['a\\b', "'a\\\\b'"],
  ])('%s is written so that it reads the same', (text, written) => {
    expect(quoted(text)).toBe(written);
  });

  test('of several lines stand as they are, without what a template would fill in', () => {
    expect(block('a\n`${b}`')).toBe('`a\n\\`\\${b}\\``');
  });

  test('a pattern is a literal where JavaScript reads it', () => {
    expect(['5..', '/api/.*', '(?i)x', '[', ''].map(patternText)).toEqual([
      '/5../',
      String.raw`/\/api\/.*/`,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('names', () => {
  test.each([
    ['KubePodCrashLooping', 'kubePodCrashLooping'],
    ['HTTPErrors', 'httpErrors'],
    ['node_load5:avg', 'nodeLoad5Avg'],
    ['5xx', '_5xx'],
    ['delete', '_delete'],
  ])('%s is called %s', (text, name) => {
    expect(codeName(text)).toBe(name);
  });

  test('are told apart by a number', () => {
    expect(apart(['a', 'a', 'b'], ['b'])).toEqual(['a', 'a2', 'b2']);
  });

  test('that code takes from elsewhere are those at its beginnings, not those in its texts', () => {
    expect(namesIn(called('sum', verbatim('metrics.up'), object({ by: list([verbatim("'job'")]) })))).toEqual(
      ['sum', 'metrics'],
    );
  });
});
