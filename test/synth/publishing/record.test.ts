import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { record, recordFile, recordOf, standing, stands } from '#bin/standing.mjs';
import { readFiles } from '#synth/folder.js';
import { publicationText, publish } from '#synth/publish.js';
import { sumOf } from './kept.js';

let parent = '';
let dist = '';
let records = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'record-'));
  dist = join(parent, 'dist');
  records = join(parent, 'records');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const before = { 'a/A.yaml': 'a1\n', 'b/B.yaml': 'b1\n' };
const later = 10_000;

const file = () => recordFile(records, dist);

/** Records of what stands that it is these texts, as if it had been looked at so many milliseconds after the last change of any of it. */
const recordAs = (texts: Readonly<Record<string, string>>, after = later) => {
  const now = standing(dist);
  const at = Math.max(...now.paths.map((path) => statSync(join(dist, path)).ctimeMs)) + after;
  record(file(), { ...now, at, sums: now.paths.map((path) => sumOf(texts[path] ?? '')) });
};

/** Publishes, and tells in how many files that differed. */
const published = (texts: Readonly<Record<string, string>>) => {
  const [told] = publish({ [dist]: files(texts) }, records);
  return told && publicationText(told).slice(dist.length);
};
const nothing = '/: 2 files, nothing changed';
const oneChanged = '/: 2 files, 1 changed, 0 new, 0 removed';

describe('what is recorded of a file', () => {
  beforeEach(() => {
    publish({ [dist]: files(before) });
  });

  test('is believed where nobody touched it, and it is not read', () => {
    const recorded = { ...before, 'a/A.yaml': 'a2\n' };
    recordAs(recorded);
    expect(published(recorded)).toBe(nothing);
  });

  test('is not believed of a file that was touched within two seconds before', () => {
    const recorded = { ...before, 'a/A.yaml': 'a2\n' };
    recordAs(recorded, 1000);
    expect(published(recorded)).toBe(oneChanged);
  });

  const edit = (text: string) => {
    writeFileSync(join(dist, 'a', 'A.yaml'), text);
  };
  test.each([
    ['longer', () => edit('longer\n')],
    ['of the same size', () => edit('a3\n')],
    [
      'of the same size with its time set back',
      () => {
        const { atime, mtime } = statSync(join(dist, 'a', 'A.yaml'));
        edit('a3\n');
        utimesSync(join(dist, 'a', 'A.yaml'), atime, mtime);
      },
    ],
    [
      'gone and there again',
      () => {
        rmSync(join(dist, 'a', 'A.yaml'));
        edit('a3\n');
      },
    ],
  ])('is not believed of a file that is %s', (_, change) => {
    recordAs(before);
    change();
    expect([published(before), readFiles(dist)]).toEqual([oneChanged, files(before)]);
  });

  test('does not hide what is to be written', () => {
    recordAs(before);
    const after = { ...before, 'a/A.yaml': 'a2\n' };
    expect([published(after), readFiles(dist)]).toEqual([oneChanged, files(after)]);
  });

  test('does not hide what somebody put beside it', () => {
    recordAs(before);
    writeFileSync(join(dist, 'a', 'Z.yaml'), 'theirs');
    expect([published(before), readFiles(dist)]).toEqual([
      '/: 2 files, 0 changed, 0 new, 1 removed',
      files(before),
    ]);
  });

  test('that is wrong makes no file that is right a changed one', () => {
    recordAs({ ...before, 'a/A.yaml': 'wrong' });
    expect(published(before)).toBe(nothing);
  });
});

describe('a record', () => {
  test('is of what was published', () => {
    publish({ [dist]: files(before) }, records);
    const { paths = [], sumAt = () => '' } = recordOf(file()) ?? {};
    expect(new Map(paths.map((path, index) => [path, sumAt(index)]))).toEqual(
      files({ 'a/A.yaml': sumOf('a1\n'), 'b/B.yaml': sumOf('b1\n') }),
    );
  });

  test('of a page is of the page', () => {
    const page = join(parent, 'page.md');
    publish({ [page]: 'page\n' }, records);
    expect(stands(page, recordFile(records, page))).toBe(true);
  });

  test('is not written where nobody asks for one', () => {
    publish({ [dist]: files(before) });
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('is not written again where it tells all', () => {
    publish({ [dist]: files(before) });
    recordAs(before);
    const first = statSync(file()).ino;
    publish({ [dist]: files(before) }, records);
    expect(statSync(file()).ino).toBe(first);
  });

  const broken: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.of()],
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    [
      'of another version',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('standing 1', 'standing 0'), 'latin1'),
    ],
    [
      'changed in one byte',
      (bytes) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
        return changed;
      },
    ],
  ];
  test.each(broken)('that is %s is none', (_, change) => {
    publish({ [dist]: files(before) });
    recordAs(before);
    writeFileSync(file(), change(readFileSync(file())));
    expect([recordOf(file()), published(before)]).toEqual([undefined, nothing]);
  });

  test('that cannot be written keeps nothing from being published', () => {
    writeFileSync(records, 'a file where the folder of records would be');
    publish({ [dist]: files(before) }, records);
    expect(readFiles(dist)).toEqual(files(before));
  });

  test('of a path that is there no more goes', () => {
    const other = join(parent, 'other');
    publish({ [other]: files(before) }, records);
    rmSync(other, { recursive: true });
    publish({ [dist]: files(before) }, records);
    expect(readdirSync(records).map(decodeURIComponent)).toEqual([dist]);
  });
});

describe('whether what is recorded stands', () => {
  beforeEach(() => {
    publish({ [dist]: files(before) }, records);
  });

  test('is so after it was published, though all was touched just before', () => {
    expect(stands(dist, file())).toBe(true);
  });

  test('is recorded anew where it had to be read', () => {
    const first = recordOf(file())?.at ?? 0;
    while (Date.now() <= first);
    stands(dist, file());
    expect(recordOf(file())?.at).toBeGreaterThan(first);
  });

  test.each([
    ['a file says something else', () => writeFileSync(join(dist, 'a', 'A.yaml'), 'a3\n')],
    ['a file is gone', () => rmSync(join(dist, 'a', 'A.yaml'))],
    ['all is gone', () => rmSync(dist, { recursive: true })],
    ['a file came', () => writeFileSync(join(dist, 'a', 'Z.yaml'), 'theirs')],
    ['nothing is recorded', () => rmSync(file())],
    [
      'a folder is where a file was',
      () => {
        rmSync(join(dist, 'a', 'A.yaml'));
        mkdirSync(join(dist, 'a', 'A.yaml'));
      },
    ],
  ])('is not so where %s', (_, change) => {
    change();
    expect(stands(dist, file())).toBe(false);
  });
});
