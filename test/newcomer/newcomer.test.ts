import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { estate } from '../estate.js';
import { cataloguePath } from '#synth/runbooks/catalogue.js';
import { readFiles } from '#synth/folder.js';

const own = ['node_modules', '.cache', '.git', 'coverage'];
/** The last of the estate goes as the newcomer comes. */
const leaving = estate.at(-1)?.name ?? '';

/** `main.ts` with the newcomer in the place of the application that leaves. */
const changed = (main: string): string =>
  main
    .replaceAll(`./apps/${leaving}/index.js`, './apps/newcomer/index.js')
    .replace(new RegExp(String.raw`^ +host\(${leaving}\b(.*\),|[^]*?^ +\}\),)\n`, 'm'), '')
    .replaceAll(new RegExp(String.raw`\b${leaving}\b`, 'g'), 'newcomer');

let folder = '';
/** What a program says in the copy, told of these variables too; where it fails, that is thrown. */
const ranWith = (more: Readonly<Record<string, string>>, ...args: readonly string[]): string => {
  const env = { ...process.env, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
};

const ran = (...args: readonly string[]): string => ranWith({}, ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
  cpSync('.', folder, { recursive: true, filter: (path) => !own.includes(basename(path)) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, '.cache'));
  // What was fetched, and what promtool has answered.
  for (const kept of ['tools', 'proofs'].filter((name) => existsSync(join('.cache', name))))
    symlinkSync(join(process.cwd(), '.cache', kept), join(folder, '.cache', kept));
  // What the compiler knows of files that stay as they are, with the packages where they are seen from here.
  const types = join('.cache', 'tsconfig.tsbuildinfo');
  const packages = relative(join(folder, '.cache'), resolve('node_modules'));
  if (existsSync(types))
    writeFileSync(
      join(folder, types),
      readFileSync(types, 'utf8').replaceAll('"../node_modules/', `"${packages}/`),
    );
  const at = (...path: readonly string[]) => join(folder, ...path);
  rmSync(at('apps', leaving), { recursive: true });
  readdirSync(at('test', 'apps'), { recursive: true, encoding: 'utf8' })
    .filter((path) => new RegExp(String.raw`^${leaving}\b`).test(basename(path)))
    .forEach((path) => {
      rmSync(at('test', 'apps', path), { recursive: true });
    });
  mkdirSync(at('apps', 'newcomer'));
  cpSync(at('test', 'newcomer', 'newcomer.ts'), at('apps', 'newcomer', 'index.ts'));
  writeFileSync(at('main.ts'), changed(readFileSync('main.ts', 'utf8')));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Whether a file is of an application: in a folder of its name, or a Namespace that is its own. */
const isOf = (path: string, name: string): boolean =>
  path.includes(`${name}/`) || new RegExp(String.raw`/Namespace\.${name}(-agents)?\.yaml$`).test(path);

/** What stands in a folder of the copy, but for what is of these, and for the page of all alerts. */
const without = (at: string, names: readonly string[]) =>
  new Map(
    [...readFiles(at)].filter(([path]) => path !== cataloguePath && !names.some((name) => isOf(path, name))),
  );

test('an application that comes, and one that goes, change no other’s files and no other’s pages', () => {
  ran('bin/cheomseong.mjs', 'synth');
  const after = ['dist', 'docs/runbooks'].map((each) => without(join(folder, each), ['newcomer']));
  expect(after).toEqual(['dist', 'docs/runbooks'].map((each) => without(each, [leaving])));
}, 120_000);

test('nothing else in the project imports the one that goes', () => {
  expect(ran('node_modules/typescript-native/bin/tsc')).toBe('');
}, 120_000);

test('the newcomer’s alerts are proven', () => {
  expect(ran('bin/cheomseong.mjs', 'prove', '--application', 'newcomer')).toContain('JobsWait');
}, 120_000);

test('the tests of the estate hold, with no other file touched', () => {
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--silent', '-i'];
  const estate = [
    'apps/routes',
    'apps/dashboards',
    'docs/delivery',
    'docs/versions',
    'readme/readme',
    'secrets/page',
    'synth/estate/dist',
  ];
  // As one suite, which loads the estate once.
  const TOGETHER = estate.map((each) => `test/${each}.test.ts`).join(' ');
  expect(() => ranWith({ TOGETHER }, ...jest)).not.toThrow();
}, 900_000);
