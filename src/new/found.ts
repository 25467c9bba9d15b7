import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#ground/usage.js';
import { addressOf } from './address.js';

/** Where what is made is written, from the folder of package.json. */
export interface Folders {
  readonly output: string;
  readonly docs: string;
}

/** What imports of files end with: `./alerts.ts`, or `.js` where the compiler is not told to take the former. */
export type Ending = 'ts' | 'js';

export type Manager = 'npm' | 'pnpm' | 'yarn';

/** What can be found out of the folder and the machine. */
export interface Found extends Folders {
  /** A name for package.json. */
  readonly called: string;
  /** The text of a file that is there, by its path. */
  readonly read: (path: string) => string | undefined;
  /** The file that exports the estate, there or not. */
  readonly main: string;
  /** The folder of main.ts, `monitoring/`; nothing where it is that of package.json. */
  readonly base: string;
  readonly ending: Ending;
  /** The way up to the top of the repository, where servers look for pipelines: `../../`; nothing where it is here. */
  readonly top: string;
  /** The way down from there: `packages/monitoring/`. */
  readonly below: string;
  /** Where the repository is read in a browser; undefined where nothing tells. */
  readonly address: string | undefined;
  readonly manager: Manager;
  /** Whether the package is there to be run. */
  readonly isInstalled: boolean;
}

/** What a command of git says in a folder; nothing where it is no repository, or git is not there. */
const git = (folder: string, ...args: readonly string[]): string => {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
};

/** The branch that is read: that of the remote, else the usual ones, else the one that is worked on. */
const branchOf = (folder: string, remote: string): string => {
  const head = git(folder, 'symbolic-ref', '--short', `refs/remotes/${remote}/HEAD`);
  if (head !== '') return head.slice(remote.length + 1);
  const branches = git(folder, 'branch', '--format=%(refname:short)').split('\n');
  const usual = ['main', 'master'].find((name) => branches.includes(name));
  return usual ?? git(folder, 'branch', '--show-current');
};

const addressIn = (folder: string): string | undefined => {
  const remotes = git(folder, 'remote').split('\n');
  const remote = remotes.includes('origin') ? 'origin' : (remotes[0] ?? '');
  return addressOf(git(folder, 'remote', 'get-url', remote), branchOf(folder, remote));
};

const upwards = (folder: string): readonly string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...upwards(dirname(folder))];

const locks = [
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
] as const;

const managerIn = (folders: readonly string[]): Manager =>
  folders.flatMap((folder) =>
    locks.filter(([lock]) => existsSync(join(folder, lock))).map(([, manager]) => manager),
  )[0] ?? 'npm';

/** As npm takes a name: lower-case letters, digits and a few marks; not that of the package, which would then depend on itself. */
const packageNamed = (folder: string): string => {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '');
  return name === '' || name === 'cheomseong' ? 'monitoring' : name;
};

/**
 * What can be found out of a folder. One in which something else is made already, by a tsconfig.json or a dist/ of its own, gets the
 * estate in a folder below.
 *
 * @param mainFile What package.json says of where the estate is, or `main.ts`.
 */
export const foundIn = (folder: string, mainFile: string): Found => {
  const isThere = (path: string): boolean => existsSync(join(folder, path));
  const read = (path: string): string | undefined =>
    isThere(path) ? readFileSync(join(folder, path), 'utf8') : undefined;
  const isOthers =
    mainFile === 'main.ts' &&
    (isThere('main.ts')
      ? !(read('main.ts') ?? '').includes('cheomseong')
      : ['tsconfig.json', 'dist', 'apps'].some(isThere));
  const main = isOthers ? 'monitoring/main.ts' : mainFile;
  const base = dirname(main) === '.' ? '' : `${dirname(main)}/`;
  const compiler = read(`${base}tsconfig.json`) ?? read('tsconfig.json');
  const takesTs =
    main !== mainFile || (compiler ?? 'allowImportingTsExtensions').includes('allowImportingTsExtensions');
  const isFree = (path: string): boolean =>
    !isThere(path) && git(folder, 'check-ignore', `${path}/shop.md`) === '';
  const below = git(folder, 'rev-parse', '--show-prefix');
  return {
    called: packageNamed(basename(folder)),
    read,
    main,
    base,
    ending: takesTs ? 'ts' : 'js',
    output: [`${base}dist`].find(isFree) ?? `${base}manifests`,
    docs: isFree(`${base}docs/runbooks`) ? `${base}docs` : `${base}docs/monitoring`,
    top: '../'.repeat(below.split('/').length - 1),
    below,
    address: addressIn(folder),
    manager: managerIn(upwards(folder)),
    isInstalled: upwards(folder).some((each) => existsSync(join(each, 'node_modules/cheomseong'))),
  };
};

/**
 * The same, where package.json can be read, which is added to.
 *
 * @throws UsageError where it cannot, before anything is written.
 */
export const foundAt = (folder: string, mainFile: string): Found => {
  const found = foundIn(folder, mainFile);
  try {
    JSON.parse(found.read('package.json') ?? '{}');
    return found;
  } catch {
    throw new UsageError([`${join(folder, 'package.json')} cannot be read as JSON`]);
  }
};
