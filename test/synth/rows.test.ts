import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Row, keepRows, readRows, rowWriter, textAt } from '#bin/rows.mjs';

let folder = '';
let runs = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const index = (): string => join(folder, 'kept/of-main');
const columns = new Map([
  ['written', 0],
  ['law 1', 1],
  ['pages', 2],
]);

/** Another run: it writes the rows of these applications, and keeps them with those of others. */
const keep = (
  texts: Readonly<Record<string, readonly [column: number, text: string][]>>,
  others: readonly (readonly [string, Row & { readonly key: string }])[] = [],
): void => {
  runs += 1;
  const run = join(folder, `run-${runs}`);
  mkdirSync(run);
  const write = rowWriter(join(run, 'rows'));
  const rows = Object.entries(texts).map(
    ([name, own]) => [name, { ...write(new Map(own)), key: `key of ${name}` }] as const,
  );
  keepRows(index(), { said: { version: runs }, columns, rows: [...others, ...rows] }, run);
};

const rowOf = (name: string): Row & { readonly key: string } => {
  const row = readRows(index())?.rows.get(name);
  if (row === undefined) throw new Error(`nothing is kept of ${name}`);
  return row;
};

const files = (): readonly string[] => readdirSync(join(folder, 'kept')).filter((name) => name !== 'of-main');

describe('rows of texts are kept', () => {
  test('with what was answered, with nothing, and with what was never asked', () => {
    keep({
      till: [
        [0, '판매대'],
        [2, ''],
      ],
    });
    expect([0, 1, 2].map((column) => textAt(rowOf('till'), column))).toEqual(['판매대', undefined, '']);
  });

  test('each with its key', () => {
    keep({ till: [[0, 'till']], shop: [[0, 'shop']] });
    expect([rowOf('till').key, rowOf('shop').key]).toEqual(['key of till', 'key of shop']);
  });

  test('with what was said of all, and the names of their columns', () => {
    keep({ till: [[0, 'till']] });
    expect(readRows(index())).toMatchObject({ said: { version: runs }, columns });
  });

  test('of an earlier run as well', () => {
    keep({ till: [[0, 'till']], shop: [[1, 'shop']] });
    keep({ till: [[0, 'till, edited']] }, [['shop', rowOf('shop')]]);
    expect([textAt(rowOf('till'), 0), textAt(rowOf('shop'), 1)]).toEqual(['till, edited', 'shop']);
  });

  test('and a file that none is in any more goes', () => {
    keep({ till: [[0, 'till']] });
    const [before] = files();
    keep({ till: [[0, 'till, edited']] });
    expect(files()).not.toContain(before);
  });

  test('in one file again where they would be in very many', () => {
    keep(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`app-${i}`, [[0, `text ${i}`]]])));
    for (let i = 0; i < 30; i++) {
      const others = [...(readRows(index())?.rows ?? [])].filter(([name]) => name !== `app-${i}`);
      keep({ [`app-${i}`]: [[0, `text ${i}, edited`]] }, others);
    }
    expect({
      isFew: files().length < 30,
      texts: Array.from({ length: 30 }, (_, i) => textAt(rowOf(`app-${i}`), 0)),
    }).toEqual({ isFew: true, texts: Array.from({ length: 30 }, (_, i) => `text ${i}, edited`) });
  });
});

describe('nothing is kept', () => {
  test('where nothing was', () => {
    expect(readRows(index())).toBeUndefined();
  });

  test('where a file of rows is gone', () => {
    keep({ till: [[0, 'till']] });
    for (const name of files()) rmSync(join(folder, 'kept', name));
    expect(readRows(index())).toBeUndefined();
  });

  test('where a file of rows is shorter than it was', () => {
    keep({ till: [[0, 'till']] });
    for (const name of files()) writeFileSync(join(folder, 'kept', name), 'ti');
    expect(readRows(index())).toBeUndefined();
  });

  test('where the index is cut off', () => {
    keep({ till: [[0, 'till']] });
    writeFileSync(index(), readFileSync(index()).subarray(0, -4));
    expect(readRows(index())).toBeUndefined();
  });

  test('where the index is something else', () => {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(index(), 'something else');
    expect(readRows(index())).toBeUndefined();
  });
});
