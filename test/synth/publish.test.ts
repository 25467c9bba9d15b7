import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFiles } from '../../synth/folder.js';
import { publicationText, publish } from '../../synth/publish.js';

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
const before = files({ 'observer/A.yaml': 'a\n', 'observer/B.yaml': 'b\n', 'gone/C.yaml': 'c\n' });
const after = files({ 'observer/A.yaml': 'a\n', 'observer/B.yaml': 'new\n', 'ecoeco/D.yaml': 'd\n' });

describe('publishing', () => {
  test('makes a folder that was not there', () => {
    publish(before, dist);
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('replaces everything that was there, so that stale files vanish', () => {
    publish(before, dist);
    mkdirSync(join(dist, 'stale'));
    writeFileSync(join(dist, 'stale', 'construct-metadata.json'), '{}');
    publish(after, dist);
    expect(readFiles(dist)).toEqual(new Map([...after].sort()));
  });

  test('leaves nothing beside the folder', () => {
    publish(before, dist);
    publish(after, dist);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('makes folders that others may read, as the user’s umask has it', () => {
    mkdirSync(join(parent, 'plain'));
    publish(before, dist);
    expect(statSync(dist).mode).toBe(statSync(join(parent, 'plain')).mode);
  });

  test('writes nothing when nothing changed', () => {
    publish(before, dist);
    const stamps = () =>
      ['', 'observer', 'observer/A.yaml']
        .map((path) => statSync(join(dist, path)))
        .map(({ ino, ctimeMs }) => [ino, ctimeMs]);
    const first = stamps();
    publish(before, dist);
    expect(stamps()).toEqual(first);
  });

  test('says in one line what it did', () => {
    publish(before, dist);
    expect(publicationText(publish(after, dist), 'dist')).toBe('dist/: 3 files, 1 changed, 1 new, 1 removed');
  });

  test('says when it did nothing', () => {
    const one = files({ 'observer/A.yaml': 'a\n' });
    publish(one, dist);
    expect(publicationText(publish(one, dist), 'dist')).toBe('dist/: 1 file, nothing changed');
  });
});

/** Files whose folder is gone as soon as they are written: it cannot be swapped in, after the old one was put aside. */
class Vanishing extends Map<string, string> {
  override *[Symbol.iterator](): Generator<[string, string], undefined> {
    yield* super[Symbol.iterator]();
    rmSync(`${dist}.next-${process.pid}`, { recursive: true, force: true });
    return undefined;
  }
}

describe('publishing that fails', () => {
  // a file cannot be a folder too
  const impossible = files({ 'observer/A.yaml': 'new\n', 'observer/A.yaml/B.yaml': 'b\n' });
  const refusal = /^EISDIR: .*observer\/A\.yaml/;

  test('leaves the old folder as it was', () => {
    publish(before, dist);
    expect(() => publish(impossible, dist)).toThrow(refusal);
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('leaves nothing beside it', () => {
    publish(before, dist);
    expect(() => publish(impossible, dist)).toThrow(refusal);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('puts the old folder back when the new one cannot take its place', () => {
    publish(before, dist);
    expect(() => publish(new Vanishing(after), dist)).toThrow(/^ENOENT: .* rename '.*dist\.next-/);
    expect(readFiles(dist)).toEqual(new Map([...before].sort()));
  });

  test('leaves nothing beside the old folder that was put back', () => {
    publish(before, dist);
    expect(() => publish(new Vanishing(after), dist)).toThrow('ENOENT');
    expect(readdirSync(parent)).toEqual(['dist']);
  });
});
