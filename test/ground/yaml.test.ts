import { describe, expect, test } from '@jest/globals';
import { character, fc } from '../seeded.js';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '#imports/manifest.js';
import { yamlByLibrary } from '#ground/yaml/by-library.js';
import { yamlOf } from '#ground/yaml.js';
import { readByOld } from './old-reader.js';

const manifest = (spec: unknown): Manifest => ({
  apiVersion: 'v1',
  kind: 'X',
  metadata: { name: 'x' },
  spec,
});
const specText = (spec: unknown): string => yamlOf(manifest(spec)).split('spec:')[1] ?? '';

/** Texts that some version of YAML reads as something else, and texts of several lines with spaces everywhere. */
const treacherous = fc.oneof(
  fc.constantFrom(
    'y',
    'No',
    'on',
    'null',
    '~',
    '1_000',
    '0o17',
    '017',
    '0x1f',
    '1e3',
    '.5',
    '.inf',
    '1:30',
    '2024-01-01',
    '=',
    '<<',
    '',
    '09:00',
    '190:20:30.15',
    '0b1',
    '1.',
    '2001-12-14 21:59:43.10 -5',
    'a\u2028b',
    '\u0085',
    '\ufeff',
    '\u007f',
  ),
  fc
    .array(
      fc.string({ unit: fc.constantFrom('a', ' ', '\t', '#', ':', '-', '|', '오', '"', "'", '{', '%') }),
      { maxLength: 5 },
    )
    .map((lines) => lines.join('\n')),
  fc.string({ unit: character }),
);
/** Rows of what means something to some version of YAML, wherever it stands. */
const odd = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'B',
        '0',
        '1',
        '.',
        '-',
        '+',
        ' ',
        '  ',
        ':',
        '#',
        '\n',
        '\n\n',
        '\t',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
      ],
      ...[
        ',',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '=',
        '<',
        '~',
        '?',
        '/',
        '\\',
        '---',
        '...',
        '_',
        '\r',
      ],
      ...['yes', 'No', 'null', 'true', '0x1', '1e3', '12:30', '2001-01-01', '한', '😀', 'on', 'y'],
      ...['\u00a0', '\u2028', '\ufeff', '\ud800'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    treacherous,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(
    treacherous.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4 },
  ),
})).value;

describe.each(['1.1', '1.2'] as const)('a parser of YAML %s', (version) => {
  test('reads exactly the manifest that was written', () => {
    fc.assert(
      fc.property(json, (spec) => {
        expect(parse(yamlOf(manifest(spec)), { version })).toEqual(manifest(spec));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the package would write is written', () => {
  test.each([
    ['as a field', (text: string) => ({ a: { text } })],
    ['as an item', (text: string) => ({ a: [[text, { text }], text] })],
    ['as a key', (text: string) => ({ [text]: 1, a: [{ [text]: [text] }] })],
  ])('of odd texts %s', (_, valueOf) => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(yamlOf(valueOf(text))).toBe(yamlByLibrary(valueOf(text)));
      }),
      { numRuns: 1000 },
    );
  });

  test('of any JSON', () => {
    fc.assert(
      fc.property(json, (spec) => {
        expect(yamlOf(manifest(spec))).toBe(yamlByLibrary(manifest(spec)));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['nothing', {}],
    ['a list', [1, { a: 2 }]],
    ['what is left out', { a: undefined, b: [undefined, {}, []], c: { d: undefined } }],
    ['a day', { day: new Date(0), days: [new Date(0)] }],
    ['what JSON does not hold', { a: new Map([['b', 1]]), c: [new Set([1])], d: [-0, NaN, Infinity, 1e21] }],
  ])('of %s', (_, value) => {
    expect(yamlOf(value)).toBe(yamlByLibrary(value));
  });

  test('of everything that this repository publishes', () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.ya?ml$/.test(file),
    );
    const written = files
      .flatMap((file) => parseAllDocuments(readFileSync(join('dist', file), 'utf8')))
      .map((document): unknown => document.toJS())
      .filter((value): value is object => typeof value === 'object' && value !== null);
    expect(written.map(yamlOf)).toEqual(written.map(yamlByLibrary));
  });
});

test('a reader that knows the types of YAML 1.1 reads exactly the manifest that was written (mistake 60)', () => {
  fc.assert(
    fc.property(json, (spec) => {
      expect(readByOld(yamlOf(manifest(spec)))).toEqual([manifest(spec)]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  '=',
  'on',
  'off',
  'yes',
  'no',
  'y',
  'N',
  '1_000',
  '1,000',
  '09:00',
  '1:30',
  '017',
  '0o17',
  '-0o7',
  '<<',
  '.inf',
])('the text %s has quotes, as a value and as a key (mistake 60)', (text) => {
  expect(yamlOf({ [text]: text })).toBe(`"${text}": "${text}"\n`);
});

test.each([
  [1e-7, '1.0e-7'],
  [-1.5e21, '-1.5e+21'],
])('the number %d has a point and a sign, without which YAML 1.1 reads a text', (number, text) => {
  expect(yamlOf({ number })).toBe(`number: ${text}\n`);
});

test.each([' \n', ' \n \n', '\n', '  '])('a text of nothing but %j keeps its spaces', (blank) => {
  expect(parse(yamlOf(manifest({ blank })))).toEqual(manifest({ blank }));
});

test('PromQL of several lines is a literal block', () => {
  expect(specText({ expr: 'sum(\n  up\n)' })).toBe('\n  expr: |-\n    sum(\n      up\n    )\n');
});

test('a long line is never folded', () => {
  const long = 'rate '.repeat(60).trim();
  expect(specText({ expr: long })).toBe(`\n  expr: ${long}\n`);
});

test('a text that needs no quotes has none', () => {
  expect(
    specText({ for: '5m', expr: 'sum by (pod) (rate(x{status=~"5.."}[5m])) > 0.05', summary: '응답 실패' }),
  ).toBe('\n  for: 5m\n  expr: sum by (pod) (rate(x{status=~"5.."}[5m])) > 0.05\n  summary: 응답 실패\n');
});

test('an object that stands in two places is written twice', () => {
  const labels = { app: 'observer' };
  expect(specText({ a: labels, b: labels })).toBe('\n  a:\n    app: observer\n  b:\n    app: observer\n');
});
