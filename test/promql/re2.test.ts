import { describe, expect, test } from '@jest/globals';
import { RE2JS } from 're2js';
import { fc } from '../seeded.js';
import { expanded, matchesWhole, re2Fault } from '#promql/metric/re2.js';
import { quoted } from '#promql/expr/string-text.js';
import { checkRules } from './promtool.js';

const asRe2 = (pattern: string): ((text: string) => boolean) | undefined => {
  try {
    const [, whole] = [pattern, `^(?:${pattern})$`].map((form) => RE2JS.compile(form));
    return (text) => whole?.test(text) ?? false;
  } catch {
    return undefined;
  }
};

const pattern = fc
  .array(
    fc.constantFrom(
      ...'ab5.|()*+?^$-/가🌊',
      '(?:',
      '(?i)',
      '*?',
      '\\d',
      '\\w',
      '\\.',
      '\\-',
      '\\b',
      '[a-z]',
      '[^ab]',
      '[0-9.]',
      '[\\w-]',
      '[z-a]',
      '{2}',
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));
const text = fc.string({ unit: fc.constantFrom(...'abB5.-/ 가🌊'), maxLength: 4 });

test('A pattern is known, and matches, where it is and does in RE2', () => {
  fc.assert(
    fc.property(pattern, text, (each, of) => {
      const matches = asRe2(each);
      expect(re2Fault(each) === undefined).toBe(matches !== undefined);
      if (matches) expect(matchesWhole(each, of)).toBe(matches(of));
    }),
    { numRuns: 2_000 },
  );
});

/** Patterns over which engines of regular expressions differ, and what is unlike in RE2. */
const contested = [
  ...['(?=a)', '(?!a)', '(?<=a)', '(?<!a)', '(?>a)', '(?#a)', '(?R)', '(?P=n)', '(?x)a', '(?u)a', '(?a)b'],
  ...['(?P<n>a)', '(?<n>a)', '(?P<n>a', '(?P<1 n>a)', '(?i)abc', '(?i:abc)', '(?ims-U)a', '(?i-)a', '(?s:.)'],
  ...[
    'a++',
    'a*+',
    'a**',
    'a*?',
    '*a',
    'a{1000}',
    'a{1001}',
    '(a{100}){10}',
    '(a{100}){11}',
    'a{2,1}',
    'a{,3}',
    'a{',
  ],
  ...[
    '(a',
    'a)',
    ')a(',
    ')(',
    '[a',
    '[]a]',
    '[^]a]',
    '[z-a]',
    '[a-\\d]',
    '[[:alpha:]]',
    '[[:oops:]]',
    '[[:^digit:]]',
  ],
  ...[
    '(a)\\1',
    '\\k<n>',
    '\\pL',
    '\\p{L}',
    '\\p{Greek}',
    '\\p{Script=Greek}',
    '\\PN',
    '\\p{Oops}',
    '\\p{^L}',
  ],
  ...[
    '\\h',
    '\\R',
    '\\X',
    '\\A\\z',
    '\\Z',
    '\\C',
    '\\Qa.b\\E',
    '\\Qa',
    '\\x41',
    '\\x{1F600}',
    '\\u0041',
    '\\07',
    '\\8',
  ],
  ...['\\e', '\\cA', '\\_', '\\-', '\\/', '\\b', '[\\b]', '\\', '', '^', '()', '(|a)', '🌊+', '(?i)ß'],
];

/** What newer releases of Prometheus know, and the oldest that we serve does not. */
const sinceThen: readonly string[] = ['(?<n>a)', '\\Qa'];

test('A pattern is known where the real promtool of every release knows it', async () => {
  const rules = contested.map((each, i) => ({ record: `pattern:${i}`, expr: `up{job=~${quoted(each)}}` }));
  const said = await checkRules(rules);
  const refused = contested.filter((each, i) => said.includes(`"pattern:${i}"`) || sinceThen.includes(each));
  expect(contested.filter((each) => re2Fault(each) !== undefined)).toEqual(refused);
});

describe('RE2 says why', () => {
  test.each([
    [
      '(?=a)',
      /invalid or unsupported Perl syntax: `\(\?=`; look-around and back-references do not exist there/,
    ],
    ['(?<n>a)', /^a group is named by \(\?P<name>…\) to releases of Prometheus before 2\.51$/],
    ['(a{2}', /^missing closing \): `\(a\{2\}`$/],
    ['[[:oops:]]', /^invalid character class range: `\[:oops:\]`$/],
  ])('%s', (each, why) => {
    expect(re2Fault(each)).toMatch(why);
  });
});

describe('A replacement takes what the groups of a pattern matched:', () => {
  test.each([
    ['(.*)-(.*)', '$2/$1', 'a-b', 'b/a'],
    ['(a)|(b)', '${1}x$2', 'b', 'xb'],
    ['(.*)', '$1s', 'a', ''],
    ['(.*)', '$$1', 'a', '$1'],
    ['a.*', '$0!', 'abc', 'abc!'],
    ['(?P<room>[a-z]+)\\d+', '$room', 'hall12', 'hall'],
    ['(?i)(A)b', '${1}', 'ab', 'a'],
    ['(?i)(a)|(b)', '[$2]', 'A', '[]'],
    ['(?i)a', '$7', 'A', ''],
    ['a', '$', 'a', '$'],
    ['b', 'x', 'ab', undefined],
    ['(?i)b', 'x', 'ab', undefined],
  ])('%s by %s of %s', (pattern, replacement, text, made) => {
    expect(expanded(pattern, text, replacement)).toBe(made);
  });
});

test('A pattern of words matches one of them whole, and its only group is the word', () => {
  expect([
    matchesWhole('prod|staging', 'staging'),
    matchesWhole('prod|staging', 'production'),
    expanded('prod|staging', 'prod', '<$0$1>'),
    expanded('prod|staging', 'production', '<$0>'),
  ]).toEqual([true, false, '<prod>', undefined]);
});
