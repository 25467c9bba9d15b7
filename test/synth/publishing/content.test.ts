import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFiles } from '#synth/folder.js';
import { differences, differs, publish } from '#synth/publish.js';
import { keptAs } from './kept.js';

let dist = '';
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => {
  rmSync(dist, { recursive: true });
});

/** Files whose texts are kept, and which of them were had. */
const keptFiles = (texts: Readonly<Record<string, string>>) => {
  const had: string[] = [];
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path, keptAs(text, () => had.push(path))] as const),
  );
  return { files, had };
};

describe('a text that is kept', () => {
  test('is written as it is', () => {
    publish({ [dist]: keptFiles({ 'a/A.yaml': '가\n', B: '' }).files });
    expect(readFiles(dist)).toEqual(
      new Map([
        ['B', ''],
        ['a/A.yaml', '가\n'],
      ]),
    );
  });

  test('is not had where the same stands', () => {
    const { files, had } = keptFiles({ A: 'a', B: 'new' });
    publish({ [dist]: new Map(Object.entries({ A: 'a', B: 'old' })) });
    publish({ [dist]: files });
    expect(had).toEqual(['B']);
  });

  test('is had once where it is written', () => {
    const { files, had } = keptFiles({ A: 'a' });
    publish({ [dist]: files });
    expect(had).toEqual(['A']);
  });

  test('is not had where it is only held against what stands', () => {
    const { files, had } = keptFiles({ A: 'a', B: 'b' });
    publish({ [dist]: new Map([['A', 'old']]) });
    expect([differences({ [dist]: files }).map(differs), had]).toEqual([[true], []]);
  });

  test('may be a page that stands alone', () => {
    const page = join(dist, 'page.md');
    publish({ [page]: keptAs('page\n') });
    expect(readFileSync(page, 'utf8')).toBe('page\n');
  });

  test('that is another than its sum says is not written', () => {
    writeFileSync(join(dist, 'A'), 'old');
    expect(() => publish({ [dist]: new Map([['A', { ...keptAs('new'), text: () => 'other' }]]) })).toThrow(
      /^A kept text has not the sum [0-9a-f]{64} by which it is kept/,
    );
    expect(readFiles(dist)).toEqual(new Map([['A', 'old']]));
  });
});

describe('what a path differs in', () => {
  const texts = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) => {
    publish({ [dist]: new Map(Object.entries(before)) });
    return differences({ [dist]: new Map(Object.entries(after)) });
  };

  test('holds what stood there of each file', () => {
    const [found] = texts({ A: 'a', B: 'b', C: 'c' }, { A: 'a', B: 'new', D: 'd' });
    const read = [...(found?.before ?? [])].map(([path, text]) => [
      path,
      typeof text === 'string' ? text : text.text(),
    ]);
    expect(read.sort()).toEqual([
      ['A', 'a'],
      ['B', 'b'],
      ['C', 'c'],
    ]);
  });

  test('is what is changed, added and removed', () => {
    expect(texts({ A: 'a', B: 'b', C: 'c' }, { A: 'a', B: 'new', D: 'd' })).toEqual([
      expect.objectContaining({ changed: 1, added: 1, removed: 1 }),
    ]);
  });
});
