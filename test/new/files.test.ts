import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Found } from '#new/found.js';
import { madeOf } from '#new/files.js';
import { naming } from '#new/naming.js';

const empty: Found = {
  called: 'monitoring',
  read: () => undefined,
  ...{ main: 'main.ts', base: '', ending: 'ts', output: 'dist', docs: 'docs', top: '', below: '' },
  address: 'https://github.com/acme/monitoring/blob/main',
  ...{ manager: 'npm', isInstalled: true },
};
const made = (files: Readonly<Record<string, string>> = {}, name = 'shop', more: Partial<Found> = {}) =>
  madeOf(naming(name, 'en'), { ...empty, read: (path) => files[path], ...more }, { version: '1.2.3' });
const packaged = (existing: unknown) =>
  JSON.parse(made({ 'package.json': JSON.stringify(existing) }).files['package.json'] ?? '{}');

const names = ['shop', 'order-api', 'notification-service', 'web'];
const texts = names.flatMap((name) =>
  (['ko', 'en'] as const).flatMap((language) =>
    Object.entries(madeOf(naming(name, language), empty, { version: '1.2.3' }).files).map(
      ([path, text]) => [language, path, text] as const,
    ),
  ),
);

describe('what is written', () => {
  test('has no line in code that is longer than people read', () => {
    const long = texts.flatMap(([, path, text]) =>
      path.endsWith('.md') ? [] : text.split('\n').filter((line) => line.length > 110),
    );
    expect(long).toEqual([]);
  });

  test('leaves no choice between particles to its reader', () => {
    const korean = texts.filter(([language]) => language === 'ko');
    expect(korean.filter(([, , text]) => /[이가은는을를과와]\([가-힣]\)/.test(text))).toEqual([]);
  });

  test('has the particle that its name asks for', () => {
    const text = (name: string) =>
      madeOf(naming(name, 'ko'), empty, { version: '1' }).files[`apps/${name}/metrics.ts`];
    expect(
      [text('shop'), text('order-api')].map((each) => /\* (.+) \/metrics에/.exec(each ?? '')?.[1]),
    ).toEqual(['Shop이', 'Order API가']);
  });

  test.each(['.github/workflows/monitoring.yml', '.gitlab-ci.yml', 'test/routes/shop.yml'])(
    'is YAML: %s',
    (path) => {
      expect(typeof parse(made().files[path] ?? '')).toBe('object');
    },
  );

  test('runs the same by both pipelines as npm test does', () => {
    const { files } = made();
    const steps = (path: string) =>
      (files[path] ?? '').match(/cheomseong (synth|prove)( --(check|routes \S+))?/g);
    const said = JSON.parse(files['package.json'] ?? '').scripts.test.split(' && ');
    expect([steps('.github/workflows/monitoring.yml'), steps('.gitlab-ci.yml')]).toEqual([said, said]);
  });
});

describe('package.json', () => {
  test('is made where there is none', () => {
    expect(JSON.parse(made().files['package.json'] ?? '')).toEqual({
      ...{ name: 'monitoring', version: '0.0.0', private: true, type: 'module' },
      scripts: {
        synth: 'cheomseong synth',
        prove: 'cheomseong prove',
        test: 'cheomseong synth --check && cheomseong prove && cheomseong prove --routes test/routes',
      },
      devDependencies: { cheomseong: '1.2.3' },
    });
  });

  test('keeps what it says', () => {
    const had = {
      name: 'x',
      type: 'commonjs',
      scripts: { synth: 'cdk8s synth', test: 'jest' },
      private: false,
    };
    expect(packaged(had)).toMatchObject(had);
  });

  test('gets the test in place of the one that npm init writes', () => {
    const script = 'echo "Error: no test specified" && exit 1';
    expect(packaged({ scripts: { test: script } }).scripts.test).toContain('cheomseong synth --check');
  });

  test('gets the test under another name where it has one', () => {
    expect(packaged({ scripts: { test: 'jest' } }).scripts['test:monitoring']).toContain('cheomseong prove');
  });

  test.each(['dependencies', 'devDependencies', 'peerDependencies'])(
    'keeps the release that its %s name',
    (key) => {
      const { devDependencies, [key]: named } = packaged({ [key]: { cheomseong: '^1.0.0' } });
      expect([named, key === 'devDependencies' || devDependencies === undefined]).toEqual([
        { cheomseong: '^1.0.0' },
        true,
      ]);
    },
  );

  test('has its dependencies in order', () => {
    const { devDependencies } = packaged({ devDependencies: { zx: '1.0.0', ajv: '1.0.0' } });
    expect(Object.keys(devDependencies)).toEqual(['ajv', 'cheomseong', 'zx']);
  });

  test('is left alone by a second application', () => {
    const first = made().files;
    expect(Object.keys(made(first, 'billing').files)).not.toContain('package.json');
  });
});

describe('what is there', () => {
  test('is kept, and said to be', () => {
    const { files, kept } = made({ 'README.md': 'ours', '.gitlab-ci.yml': 'ours' });
    expect([kept, 'README.md' in files, '.gitlab-ci.yml' in files]).toEqual([
      ['.gitlab-ci.yml', 'README.md'],
      false,
      false,
    ]);
  });

  test('is said to be changed where it is', () => {
    expect(made(made().files, 'billing').changed).toEqual(['main.ts']);
  });

  test('is told what to add to it by hand, and is not said to be changed', () => {
    const { changed, byHand } = made({ ...made().files, 'main.ts': 'export default all;\n' }, 'billing');
    expect([changed, byHand]).toEqual([
      [],
      "import { billing } from './apps/billing/index.ts';\n… applications: [ …, billing ] …",
    ]);
  });

  test('is imported as its compiler takes it', () => {
    const { files } = made({}, 'shop', { ending: 'js' });
    expect(Object.values(files).filter((text) => /from '\.[^']*\.ts'/.test(text))).toEqual([]);
  });
});
