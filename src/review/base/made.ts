import { join } from 'node:path';
import { readFiles } from '#synth/folder.js';
import { meaningOfFiles } from '#review/files/meaning.js';
import { type Checkout, checkedOut } from './checkout.js';
import type { Git, Repository } from './git.js';
import { type Told, keepMeaning, keptMeaning } from './kept.js';
import { type Runner, askOurs, askOwn, isTold, releaseText } from './run.js';

/** What is needed to have another revision. */
export interface Source extends Runner {
  readonly git: Git;
  readonly repository: Repository;
  /** The folders of what is written, from that of the estate. */
  readonly output: string;
  readonly pages: readonly string[];
  readonly release: string;
}

const within = async <T>(
  { git, repository, root }: Source,
  commit: string,
  leftOut: readonly string[],
  use: (checkout: Checkout) => Promise<T>,
): Promise<T> => {
  const checkout = await checkedOut(git, repository, { commit, root, leftOut });
  try {
    return await use(checkout);
  } finally {
    checkout.remove();
  }
};

/** What a commit means by the files that were written of it. */
export const filesAt = (source: Source, commit: string): Promise<Told['meaning']> =>
  within(source, commit, source.pages, ({ estate }) =>
    Promise.resolve(meaningOfFiles(readFiles(join(estate, source.output)), source.release)),
  );

/**
 * What a commit means: as its own library tells it, in a repository of a user as the installed release does; where its library does not know
 * how, as that of the head does. What it can be kept of, it is.
 *
 * @param begun Called once the commit runs in a process of its own, or need not: whoever works meanwhile without a pause would keep it from
 * being begun.
 * @returns the reason as a text where it cannot be run.
 */
export const meaningAt = (
  source: Source,
  commit: string,
  begun: () => void = () => {},
): Promise<Told | string> => {
  const { root, release, output, pages } = source;
  const found = keptMeaning(commit, root, release);
  if (found) {
    begun();
    return Promise.resolve(found);
  }
  return within(source, commit, [output, ...pages], async (checkout) => {
    const asking = askOwn(checkout, source);
    begun();
    const own = await asking;
    if (isTold(own)) {
      const told = { meaning: own, read: releaseText(checkout, source, release) };
      keepMeaning(commit, root, release, told);
      return told;
    }
    if (!own.mayBeTold) return own.why;
    const ours = await askOurs(checkout, source);
    // Which it is depends on the sources that are worked on: it is not kept.
    return isTold(ours)
      ? { meaning: ours, read: `was asked by the library of the working tree: ${own.why}` }
      : ours.why;
  });
};
