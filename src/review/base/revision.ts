import { UsageError } from '#ground/usage.js';
import { type Git, askedOf } from './git.js';

/** A revision as somebody asked for it, and the commit that it is. */
export interface Revision {
  readonly revision: string;
  readonly commit: string;
}

const commitOf = (git: Git, revision: string): Promise<string | undefined> =>
  askedOf(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);

/** Into what a change is to be merged, as forges tell it, then as it is usually called; the first that is there. */
const targets = (env: NodeJS.ProcessEnv): readonly string[] => {
  const named = [
    env['GITHUB_BASE_REF'],
    env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'],
    env['CI_DEFAULT_BRANCH'],
  ];
  const branches = [...named.flatMap((each) => each || []), 'main', 'master'];
  return [
    ...(env['CI_MERGE_REQUEST_DIFF_BASE_SHA'] ? [env['CI_MERGE_REQUEST_DIFF_BASE_SHA']] : []),
    ...branches.flatMap((branch) => [`origin/${branch}`, branch]),
  ];
};

const isShallow = async (git: Git): Promise<boolean> =>
  (await askedOf(git, ['rev-parse', '--is-shallow-repository'])) === 'true';
const deepen =
  'fetch its history first: git fetch --unshallow, or fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab';

/** Where two parted. */
const mergeBase = async (git: Git, target: string, head: string): Promise<Revision> => {
  const commit = await askedOf(git, ['merge-base', target, head]);
  if (commit !== undefined) return { revision: `where it left ${target}`, commit };
  const cure = (await isShallow(git)) ? deepen : 'name a revision: cheomseong review -- BASE';
  throw new UsageError([`${target} and ${head} have nothing in common that is known here; ${cure}`]);
};

const unknown = async (git: Git, revision: string): Promise<UsageError> => {
  const cure = (await isShallow(git)) ? deepen : 'git branch --all and git log tell which there are';
  return new UsageError([`There is no revision ${revision} in this repository; ${cure}`]);
};

/**
 * The commit of a revision.
 *
 * @throws UsageError where there is none.
 */
export const revisionOf = async (git: Git, revision: string): Promise<Revision> => {
  const commit = await commitOf(git, revision);
  if (commit === undefined) throw await unknown(git, revision);
  return { revision, commit };
};

/**
 * What a head is compared with: the revision that is asked for, with `...` after it where that and the head parted; else where the head left what
 * it is to be merged into.
 *
 * @throws UsageError where there is no such revision.
 */
export const baseOf = async (
  git: Git,
  asked: string | undefined,
  head: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Revision> => {
  if (asked?.endsWith('...')) {
    const target = asked.slice(0, -3);
    await revisionOf(git, target);
    return mergeBase(git, target, head);
  }
  if (asked !== undefined) return revisionOf(git, asked);
  for (const target of targets(env))
    if ((await commitOf(git, target)) !== undefined) return mergeBase(git, target, head);
  if ((await commitOf(git, 'HEAD')) === undefined)
    throw new UsageError([
      'Nothing is committed here yet, so there is nothing to compare with; commit what is there first: git add . && git commit',
    ]);
  throw new UsageError([
    'There is neither main nor master here, nor does a forge say into what this is to be merged; name a revision: cheomseong review -- BASE',
  ]);
};
