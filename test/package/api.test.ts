import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { apiText } from '../../build/api.mjs';

let lib = '';
beforeEach(() => {
  lib = mkdtempSync(join(tmpdir(), 'cheomseong-api-'));
});
afterEach(() => {
  rmSync(lib, { recursive: true });
});

/** What is reported of declarations, below the line that says what it is. */
const reported = async (declarations: Readonly<Record<string, string>>): Promise<string> => {
  for (const [path, text] of Object.entries(declarations)) {
    mkdirSync(dirname(join(lib, path)), { recursive: true });
    writeFileSync(join(lib, path), text);
  }
  const text = await apiText(lib, ['public/slo.d.ts']);
  return text
    .slice(text.indexOf('// cheomseong/'))
    .replace('\n// What these words are made of: it is not imported by its name\n', '\n---\n');
};

describe('the report of public declarations', () => {
  test('has the words of an entry, in order, without what is said about them', async () => {
    expect(
      await reported({
        'public/slo.d.ts': "export { slo, type Slo } from '#slo.js';",
        'slo.d.ts':
          '/** What it is. */\nexport declare const slo: () => Slo;\nexport interface Slo { readonly target: number; }',
      }),
    ).toBe(
      '// cheomseong/slo\n\ninterface Slo {\n  readonly target: number;\n}\nconst slo: () => Slo;\n\n---\n',
    );
  });

  test('has each type behind them once, whoever names it, by whatever import', async () => {
    expect(
      await reported({
        'public/slo.d.ts': "export { a, b } from '#slo.js';",
        'slo.d.ts':
          "import type { Share as Part } from './share.js';\nexport declare const a: (part: Part) => void;\nexport declare const b: import('#share.js').Share;",
        'share.d.ts': 'export type Share = number & Unit;\ntype Unit = { readonly unit: 1 };',
      }),
    ).toBe(
      '// cheomseong/slo\n\nconst a: (part: Part) => void;\nconst b: Share;\n\n---\n\ntype Share = number & Unit;\ntype Unit = {\n  readonly unit: 1;\n};\n',
    );
  });

  test('says by which name a word is exported that is called otherwise where it is made', async () => {
    expect(
      await reported({
        'public/slo.d.ts': "export { query as runbookQuery } from '#slo.js';",
        'slo.d.ts': 'export declare const query: string;',
      }),
    ).toContain('const query: string; // as runbookQuery\n');
  });

  test('leaves out what nothing public is made of', async () => {
    expect(
      await reported({
        'public/slo.d.ts': "export { type Slo } from '#slo.js';",
        'slo.d.ts': 'export interface Slo {}\nexport interface Hidden {}',
      }),
    ).not.toContain('Hidden');
  });
});

test('The report that is committed names every entry', () => {
  const entries = [...readFileSync('docs/api.txt', 'utf8').matchAll(/^\/\/ cheomseong\/(\w+)$/gm)].map(
    ([, name]) => name,
  );
  expect(entries).toEqual(
    expect.arrayContaining([
      'alerts',
      'application',
      'dashboards',
      'hosts',
      'metrics',
      'promql',
      'routing',
      'slo',
    ]),
  );
});
