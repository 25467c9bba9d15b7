import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { blocksOf } from '../docs/page.js';

/** What came of a command. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody's folder, and what they do in it. */
export interface Newcomer {
  readonly folder: string;
  readonly cheomseong: (...args: readonly string[]) => Ran;
  readonly run: (program: string, ...args: readonly string[]) => Ran;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Writes a file anew with something of it replaced, which must be there. */
  readonly change: (path: string, from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Every file but those of git and of packages, in order. */
  readonly files: () => readonly string[];
}

/** What somebody's machine says, who is not this project: no cache is named, programs that were fetched are there. */
const machine = (home: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { CHEOMSEONG_CACHE: _, INIT_CWD: __, NODE_OPTIONS: ___, ...env } = process.env;
  const shared = join(home, 'cheomseong');
  mkdirSync(shared, { recursive: true });
  if (existsSync('.cache/tools') && !existsSync(join(shared, 'tools')))
    symlinkSync(resolve('.cache/tools'), join(shared, 'tools'));
  return { ...env, XDG_CACHE_HOME: home, LC_ALL: 'C', NO_UPDATE_NOTIFIER: '1', ...more };
};

/** An empty folder of this name, in one that goes with it. */
export const emptyFolder = (name: string): string => {
  const folder = join(mkdtempSync(join(realpathSync(tmpdir()), 'cheomseong-newcomer-')), name);
  mkdirSync(folder);
  return folder;
};

/** Takes an empty folder away, with what it stands in. */
export const leave = (folder: string): void =>
  rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 3 });

/** How far proofs are, which is told where a machine is slow. */
const progress = /^\d+ of \d+ alerts proven\n/gm;

/** Somebody who works in a folder; with these variables beside those of their machine. */
export const newcomerIn = (folder: string, more: Readonly<Record<string, string>> = {}): Newcomer => {
  const env = machine(join(dirname(folder), 'home'), more);
  const run = (program: string, ...args: readonly string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
    return { status, stdout, stderr: stderr.replaceAll(progress, '') };
  };
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    run,
    cheomseong: (...args) => run(join('node_modules', '.bin', 'cheomseong'), ...args),
    read,
    write,
    change: (path, from, to) => {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      write(path, text.replace(from, to));
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
        .filter((path) => !/^(.*\/)?(node_modules|\.git)\//.test(path))
        .toSorted(),
  };
};

/**
 * Installs a package as npm does, but for what it needs, which is there already as links: so nothing is fetched.
 *
 * @param from A folder in whose node_modules is all that npm would install with it.
 */
export const install = ({ folder, run }: Newcomer, archive: string, from: string): Ran => {
  const packages = join(folder, 'node_modules');
  if (!existsSync(packages))
    cpSync(join(from, 'node_modules'), packages, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path !== join(from, 'node_modules', 'cheomseong'),
    });
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--save-dev'];
  return run('npm', 'install', ...quiet, archive);
};

/** The same package under another version, packed again. */
export const asVersion = (packed: string, version: string, folder: string): string => {
  const copy = join(folder, `cheomseong-${version}`);
  cpSync(packed, copy, { recursive: true });
  const manifest = join(copy, 'package.json');
  const { scripts: _, ...fields } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...fields, version }));
  const { status } = spawnSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
    {
      cwd: copy,
    },
  );
  if (status !== 0) throw new Error(`npm pack ended with ${status}`);
  return join(folder, `cheomseong-${version}.tgz`);
};

/** A file as a page of the documents writes it: `// apps/shop/slos.ts` is its first line. */
export const fileOfPage = (page: string, file: string): string => {
  const found = blocksOf(page).find(({ code }) => code.startsWith(`// ${file}\n`));
  if (found === undefined) throw new Error(`${page} has no ${file}`);
  return found.code;
};
