import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { shop, shopOnNext, shopOnNode, site } from './example.js';
import { type Mounted, filesOf } from './running.js';
import { withFiles } from './written.js';
import { moduleOf } from '../estate.js';

const websiteMonitoring = moduleOf('maintenance', 'website');

/** What a new Next.js application is checked by, and more. */
const strict = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  types: ['node'],
  skipLibCheck: true,
};

/** What the compiler says of modules, each in a folder of its own. */
const said = (modules: Readonly<Record<string, Mounted>>, compilerOptions: object): string =>
  withFiles(
    {
      ...Object.fromEntries(
        Object.entries(modules).flatMap(([name, mounted]) =>
          Object.entries(filesOf(mounted)).map(([path, text]) => [`${name}/${path}`, text]),
        ),
      ),
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*.ts'] }),
      'package.json': '{"type":"module"}',
    },
    (root) =>
      spawnSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-p', root, '--pretty', 'false'], {
        encoding: 'utf8',
      }).stdout,
  );

const maintenance = { name: 'maintenance', title: 'Maintenance' };

test("a website and a shop on Next.js compile under the strictest options", () => {
  expect(
    said(
      {
        website: { module: websiteMonitoring, application: maintenance },
        shop: { module: shopOnNext, application: shop },
      },
      { ...strict, module: 'ESNext', moduleResolution: 'bundler' },
    ),
  ).toBe('');
});

describe('on plain Node', () => {
  const calls = `import { pay } from './monitoring/operations.js';
void pay({ card: 'amex' }, async () => 1);
void pay(async () => 1);
`;
  let lines: readonly string[];
  beforeAll(() => {
    const modules = {
      site: { module: site, application: { ...shop, name: 'site' } },
      shop: { module: shopOnNode, application: shop, beside: { 'calls.ts': calls } },
    };
    lines = said(modules, { ...strict, module: 'NodeNext' }).split('\n');
  });

  test('a website and a shop compile under the strictest options', () => {
    expect(lines.filter((line) => /^\S.*error/.test(line) && !line.includes('calls.ts'))).toEqual([]);
  });

  test('an operation is not called with a label that its metrics never have', () => {
    expect(lines).toContainEqual(expect.stringMatching(/calls\.ts\(2,.*"amex".* is not assignable to .*"master" \| "visa"/));
  });

  test('an operation is not called without its labels', () => {
    expect(lines).toContainEqual(expect.stringMatching(/calls\.ts\(3,.*Expected 2 arguments, but got 1/));
  });
});
