import { describe, expect, test } from '@jest/globals';
import { readJunit } from '#proof/promtool/junit.js';
import { readPrinted } from '#proof/promtool/printed.js';

const named = (test: string): string =>
  `    name: ${test},\n    alertname: A, time: 1m, \n        exp:[], \n        got:[]`;
const expr = (text: string): string => `    expr: "${text}", time: 1m,\n        exp: nil\n        got: nil`;
const closing = (text: string): string | undefined => /"closes (\w+)"/.exec(text)?.[1];
const printed = (...blocks: readonly (readonly string[])[]): string =>
  blocks.map((lines) => `  FAILED:\n${lines.join('\n')}\n`).join('');

describe('what promtool prints', () => {
  test('has a block for each file, in their order', () => {
    const answers = readPrinted(printed([named('a')], [named('b')]), closing);
    expect(answers.map((answer) => answer.map(({ test }) => test))).toEqual([['a'], ['b']]);
  });

  test('is told apart by the names of tests', () => {
    const [answer = []] = readPrinted(printed([named('a'), named('a'), named('b')]), closing);
    expect(answer.map(({ test, complaints }) => [test, complaints.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  test('of an expression belongs to the test that the next witness closes', () => {
    const said = [expr('x'), expr('closes a'), expr('y'), expr('closes b')];
    const [answer = []] = readPrinted(printed(said), closing);
    expect(answer).toEqual([
      { test: 'a', complaints: said.slice(0, 2) },
      { test: 'b', complaints: said.slice(2) },
    ]);
  });

  test('of an evaluation that failed ends its test', () => {
    const failed = '    rule: A, time: 1m, err: many-to-many';
    const [answer = []] = readPrinted(printed([failed, expr('closes b')]), closing);
    expect(answer).toEqual([{ complaints: [failed] }, { test: 'b', complaints: [expr('closes b')] }]);
  });

  test('of no test has no name', () => {
    const said = 'a.json: 1:70: group "g", rule 1, "A": could not parse expression';
    expect(readPrinted(printed([said]), closing)).toEqual([[{ complaints: [said] }]]);
  });

  test('is nothing where it only warns', () => {
    expect(readPrinted('  WARNING: no file match pattern a.json\n', closing)).toEqual([]);
  });
});

describe('what promtool writes as JUnit XML', () => {
  const xml = [
    '<testsuites><testsuite name="0/a.json" tests="2" failures="1">',
    '<testcase name="a &#34;quoted&#34; 시험"></testcase>',
    '<testcase name="b"><failure>one&#xA;  &lt;line&gt; more</failure><failure>two</failure></testcase></testsuite>',
    '<testsuite name="1/b.json" errors="1"><testcase name="unknown"><error>yaml: no</error></testcase></testsuite>',
    '<testsuite name="2/c.json"><testcase name="c"></testcase></testsuite></testsuites>',
  ].join('');
  const answers = readJunit(xml);

  test('has an answer for each file', () => {
    expect([...answers.keys()]).toEqual(['0/a.json', '1/b.json', '2/c.json']);
  });

  test('has each failure of a test, as it was before it was escaped', () => {
    expect(answers.get('0/a.json')).toEqual([{ test: 'b', complaints: ['one\n  <line> more', 'two'] }]);
  });

  test('has the error of a file that could not be read', () => {
    expect(answers.get('1/b.json')).toEqual([{ test: 'unknown', complaints: ['yaml: no'] }]);
  });

  test('has nothing against a file that holds', () => {
    expect(answers.get('2/c.json')).toEqual([]);
  });

  test('is refused where it is cut short', () => {
    expect(() => readJunit(xml.slice(0, 300))).toThrow('unclosed tag');
  });
});
