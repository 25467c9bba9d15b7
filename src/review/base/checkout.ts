import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Git, Repository } from './git.js';

/** Files of a commit in a folder of their own: that of its repository, and that of the estate in it. */
export interface Checkout {
  readonly top: string;
  readonly estate: string;
  readonly remove: () => void;
}

/** Whether a process of this id runs: one that may not be asked does. */
const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Not in the repository, where whatever looks through all of it would find its files twice. */
const named = 'cheomseong-review-';

/** Folders are called after the process that made them: what one left that was killed goes. */
const sweep = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(named))) {
    const maker = Number(/^(\d+)-/.exec(name.slice(named.length))?.[1] ?? Number.NaN);
    if (Number.isInteger(maker) && !isRunning(maker))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
};

/** What is installed is of both: linked, of the estate's folder and those around it up to the top of the repository. */
const linkPackages = (root: string, { top }: Repository, into: string): void => {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    const link = join(into, relative(top, folder), 'node_modules');
    if (existsSync(packages) && !existsSync(link)) {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(packages, link, 'junction');
    }
    if (folder === resolve(top) || folder === dirname(folder)) return;
  }
};

/**
 * The files of a commit, in a folder of their own: by an index of their own, so that neither the user's files nor his index nor the list of
 * his worktrees know of it, and no hook of his runs.
 *
 * @param leftOut Folders that nobody reads there, from the folder of the estate.
 */
export const checkedOut = async (
  git: Git,
  repository: Repository,
  {
    commit,
    root,
    leftOut,
  }: { readonly commit: string; readonly root: string; readonly leftOut: readonly string[] },
): Promise<Checkout> => {
  const folder = realpathSync(tmpdir());
  sweep(folder);
  const top = mkdtempSync(join(folder, `${named}${process.pid}-`));
  const remove = (): void => rmSync(top, { recursive: true, force: true });
  const estate = join(top, 'files', repository.prefix);
  try {
    const env = { GIT_INDEX_FILE: join(top, 'index') };
    const whole = gitAtTop(git, repository);
    await whole(['read-tree', commit], { env });
    const paths = leftOut.map((each) => `:(exclude,top)${repository.prefix}${each}`);
    const names = await whole(['ls-files', '-z', '--', ':/', ...paths], { env });
    await whole(['checkout-index', '-z', '--stdin', '--quiet', `--prefix=${join(top, 'files')}/`], {
      env,
      input: names,
    });
    mkdirSync(estate, { recursive: true });
    linkPackages(root, repository, join(top, 'files'));
  } catch (error) {
    remove();
    throw error;
  }
  return { top: join(top, 'files'), estate, remove };
};

/** git as it is asked at the top of a repository, of whose paths it then speaks. */
const gitAtTop =
  (git: Git, { top }: Repository): Git =>
  (args, options) =>
    git(['-C', top, ...args], options);
