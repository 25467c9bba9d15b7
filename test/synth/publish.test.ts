import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFiles } from '#synth/folder.js';
import { publicationText, publish } from '#synth/publish.js';
import { keptAs } from './publishing/kept.js';

let parent = '';
let dist = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'publish-'));
  dist = join(parent, 'dist');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const one = files({ 'observer/A.yaml': 'a\n' });
const before = files({ 'observer/A.yaml': 'a\n', 'observer/B.yaml': 'b\n', 'gone/C.yaml': 'c\n' });
const after = files({ 'observer/A.yaml': 'a\n', 'observer/B.yaml': 'new\n', 'ecoeco/D.yaml': 'd\n' });

describe('publishing', () => {
  test('makes a folder that was not there', () => {
    publish({ [dist]: before });
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('replaces everything that was there, so that stale files vanish', () => {
    publish({ [dist]: before });
    mkdirSync(join(dist, 'stale'));
    writeFileSync(join(dist, 'stale', 'construct-metadata.json'), '{}');
    publish({ [dist]: after });
    expect(readFiles(dist)).toEqual(new Map([...after].sort()));
  });

  test('leaves nothing beside the folder', () => {
    publish({ [dist]: before });
    publish({ [dist]: after });
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('makes folders that others may read, as the user’s umask has it', () => {
    mkdirSync(join(parent, 'plain'));
    publish({ [dist]: before });
    expect(statSync(dist).mode).toBe(statSync(join(parent, 'plain')).mode);
  });

  test('writes nothing when nothing changed', () => {
    publish({ [dist]: before });
    const stamps = () =>
      ['', 'observer', 'observer/A.yaml']
        .map((path) => statSync(join(dist, path)))
        .map(({ ino, ctimeMs }) => [ino, ctimeMs]);
    const first = stamps();
    publish({ [dist]: before });
    expect(stamps()).toEqual(first);
  });

  test('leaves the files that do not differ as they are, when others do', () => {
    publish({ [dist]: before });
    const stamp = () => {
      const { ino, mtimeMs, ctimeMs } = statSync(join(dist, 'observer', 'A.yaml'));
      return [ino, mtimeMs, ctimeMs];
    };
    const first = stamp();
    publish({ [dist]: after });
    expect(stamp()).toEqual(first);
  });

  test('leaves no folder in which nothing is', () => {
    publish({ [dist]: before });
    publish({ [dist]: after });
    expect(readdirSync(dist).sort()).toEqual(['ecoeco', 'observer']);
  });

  test.each([
    ['a folder where a file was', { a: '1', b: '1' }, { 'a/x': '2', b: '1' }],
    ['a file where a folder was', { 'a/x/y': '1', b: '1' }, { a: '2', b: '1' }],
    ['a folder that holds nothing', { a: '1' }, {}],
  ])('makes %s', (_, was, is) => {
    publish({ [dist]: files(was) });
    publish({ [dist]: files(is) });
    expect(readFiles(dist)).toEqual(files(is));
  });

  test('puts a file in the place of a link, and leaves what it leads to', () => {
    const elsewhere = join(parent, 'elsewhere.yaml');
    writeFileSync(elsewhere, 'theirs\n');
    mkdirSync(join(dist, 'observer'), { recursive: true });
    symlinkSync(elsewhere, join(dist, 'observer', 'A.yaml'));
    publish({ [dist]: one });
    expect([...readFiles(parent)]).toEqual([
      ['dist/observer/A.yaml', 'a\n'],
      ['elsewhere.yaml', 'theirs\n'],
    ]);
  });

  test('says in one line what it did', () => {
    publish({ [dist]: before });
    expect(publish({ [dist]: after }).map(publicationText)).toEqual([
      `${dist}/: 3 files, 1 changed, 1 new, 1 removed`,
    ]);
  });

  test('says when it did nothing', () => {
    publish({ [dist]: one });
    expect(publish({ [dist]: one }).map(publicationText)).toEqual([`${dist}/: 1 file, nothing changed`]);
  });
});

describe('publishing several at once', () => {
  const all = (texts: ReadonlyMap<string, string>, page: string) => ({
    [dist]: texts,
    [join(parent, 'docs', 'runbooks')]: files({ 'shop/A.md': page }),
    [join(parent, 'docs', 'secrets.md')]: page,
  });
  const standing = () => [...readFiles(parent)].sort();

  test('makes each of them', () => {
    publish(all(one, 'old'));
    expect(standing()).toEqual([
      ['dist/observer/A.yaml', 'a\n'],
      ['docs/runbooks/shop/A.md', 'old'],
      ['docs/secrets.md', 'old'],
    ]);
  });

  test('tells of each what it did', () => {
    publish(all(one, 'old'));
    expect(publish(all(one, 'new')).map(publicationText)).toEqual([
      `${dist}/: 1 file, nothing changed`,
      `${parent}/docs/runbooks/: 1 file, 1 changed, 0 new, 0 removed`,
      `${parent}/docs/secrets.md: changed`,
    ]);
  });

  test('leaves all of them as they were when one cannot be written', () => {
    publish(all(before, 'old'));
    const first = standing();
    expect(() => publish({ ...all(after, 'new'), [join(dist, 'observer', 'A.yaml', 'x')]: 'x' })).toThrow(
      /^(EEXIST|ENOTDIR): /,
    );
    expect(standing()).toEqual(first);
  });

  test('leaves all of them as they were when the last cannot take its place', () => {
    publish(all(before, 'old'));
    const first = standing();
    const last = join(parent, 'last');
    expect(() => publish({ ...all(after, 'new'), [last]: after, ...pageThatLoses(last) })).toThrow(
      /^ENOENT: .* rename '.*last\.next-/,
    );
    expect(standing()).toEqual(first);
  });
});

/** A page with which what was written for a path before is gone: it cannot be moved in, after the old one was put aside. */
const pageThatLoses = (path: string) => ({
  [join(parent, 'page.md')]: keptAs('page\n', () =>
    rmSync(`${path}.next-${process.pid}`, { recursive: true }),
  ),
});

describe('publishing that fails', () => {
  // a file cannot be a folder too
  const impossible = files({ 'observer/A.yaml': 'new\n', 'observer/A.yaml/B.yaml': 'b\n' });
  const refusal = /^EISDIR: .*observer\/A\.yaml/;

  test('leaves the old folder as it was', () => {
    publish({ [dist]: before });
    expect(() => publish({ [dist]: impossible })).toThrow(refusal);
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('leaves nothing beside it', () => {
    publish({ [dist]: before });
    expect(() => publish({ [dist]: impossible })).toThrow(refusal);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('puts the old folder back when the new one cannot take its place', () => {
    publish({ [dist]: before });
    expect(() => publish({ [dist]: after, ...pageThatLoses(dist) })).toThrow(
      /^ENOENT: .* rename '.*dist\.next-/,
    );
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('leaves nothing beside the old folder that was put back', () => {
    publish({ [dist]: before });
    expect(() => publish({ [dist]: after, ...pageThatLoses(dist) })).toThrow('ENOENT');
    expect(readdirSync(parent)).toEqual(['dist']);
  });
});
