import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Packed, pack } from '../package/packed.js';
import { type Newcomer, type Ran, emptyFolder, leave, newcomerIn } from './newcomer.js';

let packed: Packed;
const folders: string[] = [];
const patience = 240_000;

beforeAll(() => {
  packed = pack();
  // as npm does it
  chmodSync(join(packed.user, 'node_modules/cheomseong/bin/cheomseong.mjs'), 0o755);
}, patience);
afterAll(() => {
  packed.remove();
  folders.forEach(leave);
});

const named = (name: string): string => {
  const folder = emptyFolder(name);
  folders.push(folder);
  return folder;
};
const packagesOf = (folder: string): string => join(folder, 'node_modules');

/** All packages side by side, as npm and yarn lay them out. */
const flat = (folder: string): void => {
  cpSync(packagesOf(packed.user), packagesOf(folder), { recursive: true, verbatimSymlinks: true });
  link(folder, join('..', 'cheomseong'));
};

/** The program, where package managers put it. */
const link = (folder: string, target: string): void => {
  mkdirSync(join(packagesOf(folder), '.bin'));
  symlinkSync(join(target, 'bin/cheomseong.mjs'), join(packagesOf(folder), '.bin/cheomseong'));
};

/** Each package beside what it needs in a store, and a link to that which was asked for, as pnpm lays them out. */
const stored = (folder: string): void => {
  const store = join(packagesOf(folder), '.pnpm/cheomseong@1.0.0/node_modules');
  mkdirSync(dirname(store), { recursive: true });
  cpSync(packagesOf(packed.user), store, { recursive: true, verbatimSymlinks: true });
  symlinkSync('.pnpm/cheomseong@1.0.0/node_modules/cheomseong', join(packagesOf(folder), 'cheomseong'));
  link(folder, '../cheomseong');
};

const well = { status: 0, stderr: '' };

/** Makes an application and synthesizes it: what the second says. */
const synthesized = (newcomer: Newcomer, ...args: readonly string[]): Ran => {
  const made = newcomer.cheomseong('new', 'shop', ...args);
  return made.status === 0 ? newcomer.cheomseong('synth') : made;
};
const fresh = expect.stringContaining('nothing changed');

describe('a folder of a program that is made already, of CommonJS, in a repository', () => {
  let newcomer: Newcomer;
  const own = {
    'package.json': `${JSON.stringify({
      name: 'billing',
      version: '3.2.1',
      type: 'commonjs',
      scripts: { build: 'tsc', test: 'jest' },
      dependencies: { express: '5.0.0' },
    })}\n`,
    'tsconfig.json':
      '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true, "strict": true, "outDir": "dist" } }\n',
    'README.md': '# Billing\n',
    '.gitignore': 'node_modules\ndist\n',
    'dist/server.js': 'serve();\n',
    'src/server.ts': "import express = require('express');\n",
  };
  beforeAll(() => {
    newcomer = newcomerIn(named('billing'));
    flat(newcomer.folder);
    for (const [path, text] of Object.entries(own)) newcomer.write(path, text);
    newcomer.run('git', 'init', '--quiet', '--initial-branch=main');
    newcomer.run(
      'git',
      'remote',
      'add',
      'origin',
      'https://ci:glpat-s3cret@gitlab.example.com/acme/billing.git',
    );
  });

  test('takes an estate in a folder below', () => {
    expect(synthesized(newcomer)).toMatchObject(well);
  });

  test('finds it there from its own folder', () => {
    expect(newcomer.cheomseong('synth', '--check')).toMatchObject({ ...well, stdout: fresh });
  });

  test('keeps every file that it had but package.json', () => {
    const kept = Object.entries(own).filter(([path]) => path !== 'package.json');
    expect(kept.map(([path]) => [path, newcomer.read(path)])).toEqual(kept);
  });

  test('keeps all that package.json said', () => {
    const had = JSON.parse(own['package.json']);
    expect(JSON.parse(newcomer.read('package.json'))).toMatchObject(had);
  });

  test(
    'tests the estate by a script of its own',
    () => {
      expect(newcomer.run('npm', 'run', '--silent', 'test:monitoring')).toMatchObject(well);
    },
    patience,
  );

  test('gets manifests that git does not ignore', () => {
    newcomer.run('git', 'add', '--all');
    expect(newcomer.run('git', 'ls-files', 'monitoring/manifests/production/shop').stdout).toContain(
      'PrometheusRule',
    );
  });

  test('is where alerts link to, without the login of its remote', () => {
    const rules = newcomer.read('monitoring/manifests/production/shop/PrometheusRule.shop.yaml');
    expect(/runbook_url: (.+)/.exec(rules)?.[1]).toBe(
      'https://gitlab.example.com/acme/billing/-/blob/main/monitoring/docs/runbooks/shop/HighErrorRate.md',
    );
  });

  test('holds that login in no file', () => {
    expect(newcomer.files().filter((path) => newcomer.read(path).includes('s3cret'))).toEqual([]);
  });
});

describe('packages as pnpm lays them out', () => {
  let newcomer: Newcomer;
  beforeAll(() => {
    newcomer = newcomerIn(named('monitoring'));
    newcomer.write('pnpm-lock.yaml', "lockfileVersion: '9.0'\n");
    stored(newcomer.folder);
  });

  test('are found by synthesis', () => {
    expect(synthesized(newcomer)).toMatchObject(well);
  });

  test(
    'are found by proofs',
    () => {
      expect(newcomer.cheomseong('prove')).toMatchObject(well);
    },
    patience,
  );

  test('are installed by pipelines with pnpm', () => {
    expect(newcomer.read('.github/workflows/monitoring.yml')).toContain('pnpm install --frozen-lockfile');
  });
});

describe('a folder of a workspace', () => {
  let newcomer: Newcomer;
  let top: string;
  beforeAll(() => {
    top = named('acme');
    flat(top);
    const below = join(top, 'packages/monitoring');
    mkdirSync(below, { recursive: true });
    const root = newcomerIn(top);
    root.write('package.json', '{ "private": true, "workspaces": ["packages/*"] }\n');
    root.run('git', 'init', '--quiet', '--initial-branch=main');
    root.run('git', 'remote', 'add', 'origin', 'git@github.com:acme/platform.git');
    const typed = newcomerIn(below);
    const program = join(top, 'node_modules/.bin/cheomseong');
    newcomer = { ...typed, cheomseong: (...args) => typed.run(program, ...args) };
  });

  test('is synthesized by packages that are installed above', () => {
    expect(synthesized(newcomer)).toMatchObject(well);
  });

  test('has its pipeline where GitHub looks for one', () => {
    expect(readdirSync(join(top, '.github/workflows'))).toEqual(['monitoring.yml']);
  });

  test('has a pipeline that runs in it', () => {
    expect(newcomer.read('../../.github/workflows/monitoring.yml')).toContain(
      'working-directory: packages/monitoring\n',
    );
  });

  test('has runbooks where the repository has them', () => {
    expect(newcomer.read('dist/production/shop/PrometheusRule.shop.yaml')).toContain(
      'https://github.com/acme/platform/blob/main/packages/monitoring/docs/runbooks/shop/HighErrorRate.md',
    );
  });
});

describe('a main file that package.json names', () => {
  let newcomer: Newcomer;
  beforeAll(() => {
    newcomer = newcomerIn(named('monitoring'));
    flat(newcomer.folder);
    newcomer.write('package.json', '{ "cheomseong": { "main": "observability/estate.ts" } }\n');
  });

  test('is made where it is named', () => {
    expect(synthesized(newcomer)).toMatchObject(well);
  });

  test('takes a second application', () => {
    newcomer.cheomseong('new', 'billing');
    expect(newcomer.read('observability/estate.ts')).toContain('applications: [shop, billing] })');
  });

  test(
    'is proven with both',
    () => {
      expect(newcomer.cheomseong('prove').stdout).toContain('6 alerts');
    },
    patience,
  );
});

describe('a folder whose path has spaces and Korean', () => {
  let newcomer: Newcomer;
  beforeAll(() => {
    newcomer = newcomerIn(named('우리 팀 monitoring'), { LC_ALL: '', LANG: 'ko_KR.UTF-8' });
    flat(newcomer.folder);
  });

  test('is synthesized', () => {
    expect(synthesized(newcomer)).toMatchObject(well);
  });

  test(
    'is proven, by tests of routes too',
    () => {
      expect(newcomer.run('npm', 'test', '--silent')).toMatchObject(well);
    },
    patience,
  );

  test('gets runbooks in the language of the machine', () => {
    expect(newcomer.read('docs/runbooks/shop/HighErrorRate.md')).toMatch(/요청/);
  });

  test('gets a name that npm takes', () => {
    expect(newcomer.run('npm', 'pkg', 'get', 'name').stdout).toBe('"monitoring"\n');
  });

  test('gives the same from a folder within', () => {
    const within = newcomerIn(join(newcomer.folder, 'apps/shop'));
    const program = join(newcomer.folder, 'node_modules/.bin/cheomseong');
    expect(within.run(program, 'synth', '--check')).toMatchObject({ ...well, stdout: fresh });
  });

  test('takes an application that is made in a folder within', () => {
    const within = newcomerIn(join(newcomer.folder, 'docs'));
    within.run(join(newcomer.folder, 'node_modules/.bin/cheomseong'), 'new', 'billing');
    expect(newcomer.read('main.ts')).toContain('[shop, billing]');
  });
});

describe('a folder in which nothing is installed', () => {
  let newcomer: Newcomer;
  const program = (): string => join(packed.user, 'node_modules/cheomseong/bin/cheomseong.mjs');
  beforeAll(() => {
    newcomer = newcomerIn(named('monitoring'));
  });

  test('gets an application, and the word that comes next', () => {
    expect(newcomer.run(program(), 'new', 'shop')).toMatchObject({
      ...well,
      stdout: expect.stringContaining('\nNext:\n  npm install\n'),
    });
  });

  test('asks for the release that made it', () => {
    const { devDependencies } = JSON.parse(newcomer.read('package.json'));
    const { version } = JSON.parse(packed.text('package.json'));
    expect(devDependencies).toEqual({ cheomseong: version });
  });

  test('holds nothing that the command kept', () => {
    expect(readdirSync(newcomer.folder)).not.toContain('node_modules');
  });

  test('is told to install before it is synthesized', () => {
    expect(newcomer.run(program(), 'synth')).toEqual({
      status: 2,
      stdout: '',
      stderr: `cheomseong is not installed in ${realpathSync(newcomer.folder)}: npm install\n`,
    });
  });

  test('is synthesized once it is', () => {
    flat(newcomer.folder);
    expect(newcomer.cheomseong('synth')).toMatchObject(well);
  });
});

describe('what is made for users', () => {
  let newcomer: Newcomer;
  beforeAll(() => {
    newcomer = newcomerIn(named('monitoring'));
    flat(newcomer.folder);
    newcomer.cheomseong('new', 'shop');
    newcomer.cheomseong('new', 'web', '--language', 'ko');
  });
  const strict = [
    ...['--noUnusedLocals', '--noUnusedParameters', '--exactOptionalPropertyTypes', '--noImplicitOverride'],
    ...[
      '--noPropertyAccessFromIndexSignature',
      '--noImplicitReturns',
      '--isolatedModules',
      '--pretty',
      'false',
    ],
  ];

  test.each([
    ['TypeScript 5.9', 'typescript'],
    ['TypeScript 7', 'typescript-native'],
  ])(
    'compiles by %s at its strictest',
    (_, compiler) => {
      const tsc = resolve('node_modules', compiler, 'bin/tsc');
      expect(newcomer.run(process.execPath, tsc, '--project', newcomer.folder, ...strict)).toMatchObject({
        status: 0,
        stdout: '',
      });
    },
    patience,
  );

  test('is laid out as Prettier does it, with single quotes', () => {
    newcomer.write('.prettierrc', '{ "singleQuote": true }\n');
    const prettier = resolve('node_modules/prettier/bin/prettier.cjs');
    const written = newcomer.files().filter((path) => /\.(ts|ya?ml|json|md)$/.test(path));
    expect(newcomer.run(process.execPath, prettier, '--list-different', ...written).stdout).toBe('');
  });

  test('is found by a synthesis whose folder was moved', () => {
    const moved = `${newcomer.folder}-moved`;
    newcomer.cheomseong('synth');
    renameSync(newcomer.folder, moved);
    expect(newcomerIn(moved).cheomseong('synth', '--check')).toMatchObject({ ...well, stdout: fresh });
  });
});
