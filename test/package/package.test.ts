import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installedWithUs, manifest } from './installed.js';
import { type Packed, pack } from './packed.js';

let packed: Packed;
beforeAll(() => {
  packed = pack();
}, 240_000);
afterAll(() => {
  packed.remove();
});

const themes = readdirSync('src/public').map((file) => file.replace(/\.ts$/, ''));
const entries = Object.keys(manifest.exports).map((path) => join('cheomseong', path));
const document = readFileSync('docs/package.md', 'utf8');
const stated = (pattern: RegExp): number => Number(pattern.exec(document)?.[1]);
const packageOf = (path: string): string => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;

const node = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, args, { cwd: packed.user, encoding: 'utf8', env: { ...process.env, ...env } });

describe('what the package holds', () => {
  test('is the library, the command and what tells of them, and nothing of the estate, of sources or of tests', () => {
    const known =
      /^(package\.json|LICENSE|README\.md|CHANGELOG\.md|bin\/[\w-]+\.(cjs|mjs|d\.mts)|lib\/THIRD-PARTY\.txt|lib\/.+(\.js|\.d\.ts)|lib\/browser\/\w+\.css)$/;
    expect(packed.files.filter((file) => !known.test(file))).toEqual([]);
  });

  test('is as large as the document says, at the most', () => {
    expect(packed.size).toBeLessThan(stated(/at most (\d+) kB/) * 1000);
  });

  test('comes with as many packages as the document says', () => {
    const beside = readdirSync(join(packed.user, 'node_modules'), { recursive: true, encoding: 'utf8' });
    const packages = beside.filter((path) => /^(@[^/]+\/[^/]+|[^@/]+)$/.test(path) && path !== 'cheomseong');
    expect(packages.length).toBe(stated(/and (\d+) packages that it needs/));
  });

  test('has as many files as the document says, at the most', () => {
    expect(packed.files.length).toBeLessThanOrEqual(stated(/in at most (\d+) files/));
  });

  test('is nothing that its users do not have: all that is imported comes with it', () => {
    const imported = packed.files
      .filter((file) => /\.m?js$/.test(file))
      .flatMap((file) => [
        ...packed.text(file).matchAll(/^(?:import|export)\b[^;='"]*?["']([^"'.#][^"']*)["'];/gm),
        ...packed
          .text(file)
          .matchAll(
            /(?<!['"])\b(?:import|require(?:\.resolve)?|createRequire\([\w.]+\)(?:\.resolve)?)\(["']([^"'.#][^"']*)["']\)/g,
          ),
      ])
      .map(([, path = '']) => path)
      .filter((path) => !isBuiltin(path) && packageOf(path) !== 'cheomseong');
    // What drives a browser they install where they want pictures; the command says so.
    const theirs = [
      'playwright-core',
      ...[...installedWithUs().keys()].map((place) => place.replace('node_modules/', '')),
    ];
    expect([...new Set(imported.map(packageOf))].filter((name) => !theirs.includes(name))).toEqual([]);
  });

  test('tells the licenses of what was taken into it', () => {
    const told = [...packed.text('lib/THIRD-PARTY.txt').matchAll(/^# (\S+) /gm)].map(([, name]) => name);
    expect(told).toEqual(expect.arrayContaining(['cdk8s-plus-27', 'kubernetes-models', 'ajv']));
  });
});

describe('what is exported', () => {
  test('is the whole and each file of public words, and nothing else', () => {
    expect(Object.keys(manifest.exports).toSorted()).toEqual(
      ['.', ...themes.map((name) => `./${name}`)].toSorted(),
    );
  });

  test('is there, as code and as declarations', () => {
    const targets = Object.values(manifest.exports).flatMap(({ types, default: code }) => [types, code]);
    expect(targets.map((path) => join(path)).filter((path) => !packed.files.includes(path))).toEqual([]);
  });

  test.each(entries)('loads: %s', (entry) => {
    expect(node(['-e', `import('${entry}')`])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('does not include what lies behind', () => {
    expect(node(['-e', "import('cheomseong/lib/index.js')"]).stderr).toContain(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
  });
});

test('What import loads is ourselves and the grammar of PromQL, nothing of Kubernetes', () => {
  const coverage = join(packed.user, 'coverage');
  node(['-e', "import('cheomseong')"], { NODE_V8_COVERAGE: coverage });
  const [file = ''] = readdirSync(coverage);
  const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8'));
  const urls: readonly string[] = result.map(({ url }: { url: string }) => url);
  const loaded = urls.flatMap((url) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  expect([...new Set(loaded)].toSorted()).toEqual([
    '@lezer/common',
    '@lezer/highlight',
    '@lezer/lr',
    '@prometheus-io/lezer-promql',
    'cheomseong',
  ]);
});

describe('an estate of a user compiles', () => {
  const modules = { NodeNext: 'NodeNext', ESNext: 'Bundler' };
  const compilers = { 'TypeScript 5.9': 'typescript', 'TypeScript 7': 'typescript-native' };
  const cases = Object.entries(compilers).flatMap(([called, compiler]) =>
    Object.entries(modules).map(([module, resolution]) => ({ called, compiler, module, resolution })),
  );

  /** What a newcomer reads first, with every entry, and one label too many. */
  const estate = () => `${readFileSync('test/readme/shop.ts', 'utf8').replace(
    /^import \{ runbookOf \}.*$/m,
    'const runbookOf = (alert: string) => `https://runbooks.example.org/${alert}`;',
  )}
${entries.map((entry, at) => `import * as words${at} from '${entry}';`).join('\n')}
export const all = [${entries.map((_, at) => `words${at}`).join(', ')}] as const;
// @ts-expect-error ${'`code`'} is no label of it
metrics.requests.where({ code: '500' });
`;

  test.each(cases)(
    'by $called where modules are resolved as $resolution',
    ({ compiler, module, resolution }) => {
      writeFileSync(join(packed.user, 'main.mts'), estate());
      const options = {
        ...{ target: 'ES2022', lib: ['ES2023'], module, moduleResolution: resolution, types: [] },
        ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true },
      };
      const project = join(packed.user, 'tsconfig.json');
      writeFileSync(project, JSON.stringify({ compilerOptions: options, files: ['main.mts'] }));
      const { stdout } = node([
        resolve('node_modules', compiler, 'bin/tsc'),
        '--project',
        project,
        '--pretty',
        'false',
      ]);
      // the declarations of cdk8s want the types of Node, which who uses it has
      const ours = stdout.split('\n').filter((line) => /^(main|node_modules\/cheomseong\/|error)/.test(line));
      expect(ours).toEqual([]);
    },
    120_000,
  );
});
