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
import { dirname, join, resolve } from 'node:path';

const elsewhere = ['.cache', '.git', 'apps', 'coverage', 'dist', 'docs', 'main.ts', 'node_modules', 'test'];
/** Where a synthesis keeps the packages, and what V8 has made of them. */
const kept = ['packages', 'synthesis-main-all'].map((name) => join('.cache', 'synth', name));

/** What `npm run synth` said. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the product, for applications of one's own. */
export interface Copied {
  readonly folder: string;
  /** Writes files, text by path. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** @param words After `synth`; the environment is what it is, with what is given. */
  readonly synth: (words?: readonly string[], env?: Readonly<Record<string, string>>) => Said;
  readonly remove: () => void;
}

/** All packages but the compiler of types, and one in its place that refuses nothing: a test that is not about types need not wait for it. */
const untyped = (modules: string): void => {
  mkdirSync(join(modules, 'typescript-native/bin'), { recursive: true });
  writeFileSync(join(modules, 'typescript-native/package.json'), '{ "name": "typescript-native" }');
  writeFileSync(join(modules, 'typescript-native/bin/tsc'), '');
  for (const name of readdirSync('node_modules').filter((each) => each !== 'typescript-native'))
    symlinkSync(resolve('node_modules', name), join(modules, name));
};

/** Copies the product without its applications, and the packages that a synthesis here has bundled, so that the copy need not. */
export const copied = ({ isTyped = true } = {}): Copied => {
  const folder = mkdtempSync(join(tmpdir(), 'copied-'));
  for (const name of readdirSync('.').filter((each) => !elsewhere.includes(each)))
    cpSync(name, join(folder, name), { recursive: true });
  if (isTyped) symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  else untyped(join(folder, 'node_modules'));
  for (const packages of kept) {
    mkdirSync(join(folder, packages), { recursive: true });
    const bundled = existsSync(packages) ? readdirSync(packages) : [];
    for (const name of bundled.filter((each) => /^packages-.*\.(js|code)$/.test(each)))
      cpSync(join(packages, name), join(folder, packages, name));
  }
  return {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    synth: (words = [], env = {}) => {
      const run = spawnSync(process.execPath, ['bin/cheomseong.cjs', 'synth', ...words], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      return { status: run.status, stdout: run.stdout, stderr: run.stderr };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The README's application under another name, as the file of a team has it: `apps/runbooks.ts` is what all of them import. */
export const shopCalled = (name: string): string =>
  readFileSync('test/readme/shop.ts', 'utf8')
    .replace("'./runbooks.js'", "'../runbooks.js'")
    .replaceAll('shop', name)
    .replaceAll('Shop', `${name[0]?.toUpperCase()}${name.slice(1)}`);

/** An estate of these applications: in a cluster, and each on a host of its own. */
export const mainOf = (names: readonly string[]): string =>
  [
    `import { cluster, estate, host } from 'cheomseong';`,
    ...names.map((name) => `import { ${name} } from './apps/${name}/index.js';`),
    'export default estate({',
    '  places: [',
    `    cluster('production', { applications: [${names.join(', ')}] }),`,
    ...names.map((name) => `    host(${name}),`),
    '  ],',
    '});',
    '',
  ].join('\n');
