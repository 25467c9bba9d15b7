import { describe, expect, test } from '@jest/globals';
import { UsageError } from '#ground/usage.js';
import { readOptions } from '#rehearsal/told/options.js';
import { textOf } from '#rehearsal/told/outputs.js';
import { drilled, failed } from './drilled.js';

describe('drills as a table', () => {
  const lines = textOf('table', [drilled, failed]).split('\n');

  test('say at the beginning of a line whether all is well', () => {
    expect(lines.filter((line) => /^(ok|FAIL)/.test(line))).toEqual([
      'ok   shop/ShopDown (critical): no pod is <up>',
      'FAIL shop/ShopSlow (critical): no pod is <up>',
    ]);
  });

  test("tell a moment in seconds, and in life's time", () => {
    expect(lines).toContain(
      '      2.5 s   2 m 30 s  inbox      Slack #shop (slack): [1 firing] ShopDown | now',
    );
  });

  test('say how it ended', () => {
    expect(lines).toContain(
      '     in the inbox 2.5 s after its condition began, which in life are 2 m 30 s; told as resolved after 7.5 s',
    );
  });

  test('say what is wrong', () => {
    expect(lines).toContain('     ✗ Slack #shop (slack) was not told, and must be');
  });
});

test('drills as Markdown are a table of each, in which nothing ends a cell before its end', () => {
  expect(textOf('markdown', [drilled])).toContain(
    '| 2.5 s | 2 m 30 s | inbox | Slack #shop (slack): [1 firing] ShopDown \\| now |',
  );
});

describe('drills as JSON', () => {
  test('are all that is known of them', () => {
    expect(JSON.parse(textOf('json', [drilled])).drills).toEqual([drilled]);
  });

  test('say whether all of them are right', () => {
    expect(JSON.parse(textOf('json', [drilled, failed])).isRight).toBe(false);
  });
});

describe('drills as JUnit XML', () => {
  const text = textOf('junit', [drilled, failed]);

  test('are a suite of each application', () => {
    expect(text).toContain('<testsuite name="shop" tests="2" failures="1">');
  });

  test('are a test of each alert', () => {
    expect(text).toContain(
      '<testcase classname="shop.ShopDown" name="rings when no pod is &lt;up&gt;" time="7.500">',
    );
  });

  test('say what is wrong', () => {
    expect(text).toContain('<failure message="Slack #shop (slack) was not told, and must be"/>');
  });
});

describe('the words after cheomseong rehearse', () => {
  const refused = (...words: readonly string[]): unknown => {
    try {
      return readOptions(words);
    } catch (error) {
      return error instanceof UsageError ? error.message : error;
    }
  };

  test('may name alerts, each once', () => {
    expect(readOptions(['ShopDown', 'ShopDown', 'shop/ShopSlow']).alerts).toEqual([
      'ShopDown',
      'shop/ShopSlow',
    ]);
  });

  test('go at sixty times the pace of life unless they say otherwise', () => {
    expect([readOptions(['A']).pace, readOptions(['A', '--pace', '1']).pace]).toEqual([60, 1]);
  });

  test.each([
    [['A', '--pace', 'fast'], '--pace fast: write a number from 1, as in life, to 120'],
    [['A', '--json', '--markdown'], '--markdown, --json: one form can go to standard output'],
    [['--silence'], '--silence is of a rehearsal of alerts: name one'],
    [['A', '--silent'], '--silent: there is no such option; --silence is meant?'],
  ])('%j are refused', (words, why) => {
    expect(refused(...words)).toBe(why);
  });
});
