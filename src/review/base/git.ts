import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import { type RunOptions, run } from '#proof/tools/run.js';

/** What git says of a repository, from the folder of the estate. */
export type Git = (args: readonly string[], options?: Pick<RunOptions, 'env' | 'input'>) => Promise<string>;

/** git refuses: its word is all that is known. */
class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
}

/**
 * What asks git. It takes no lock that it need not, and runs nothing that the repository has it run.
 *
 * @throws GitRefusal where git refuses, and Error where it is not there.
 */
export const gitIn =
  (folder: string): Git =>
  async (args, options = {}) => {
    const env = { GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...options.env };
    const { exitCode, stdout, stderr } = await run(
      'git',
      ['-c', 'core.hooksPath=/dev/null', '-C', folder, ...args],
      {
        ...options,
        env,
      },
    );
    if (exitCode !== 0) throw new GitRefusal(stderr.trim() || `git ${args.join(' ')} ended with ${exitCode}`);
    return stdout.trimEnd();
  };

/** The same; nothing where git refuses. */
export const askedOf = async (git: Git, args: readonly string[]): Promise<string | undefined> => {
  try {
    return await git(args);
  } catch (error) {
    if (error instanceof GitRefusal) return undefined;
    throw error;
  }
};

/** The top of the repository, and where in it the estate stands: empty, or `infra/`. */
export interface Repository {
  readonly top: string;
  readonly prefix: string;
}

/** @throws UsageError where there is no git, or no repository. */
export const repositoryOf = async (git: Git, folder: string): Promise<Repository> => {
  try {
    const [top = '', prefix = ''] = (await git(['rev-parse', '--show-toplevel', '--show-prefix'])).split(
      '\n',
    );
    return { top, prefix };
  } catch (error) {
    if (error instanceof GitRefusal)
      throw new UsageError([
        `${folder} is in no git repository, so there is nothing to compare it with (git says: ${error.message.split('\n')[0] ?? ''}). Make it one: git init, and commit it`,
      ]);
    throw new UsageError([`git cannot be run, by which two revisions are had: ${reason(error)}. Install it`]);
  }
};
