import { join } from 'node:path';
import { readLock } from '#proof/mutate/lock.js';
import { readFiles } from '#synth/folder.js';
import type { Estate } from '#synth/estate/home.js';
import { UsageError } from '#ground/usage.js';
import { type Git, gitIn, repositoryOf } from './base/git.js';
import { type Source, filesAt, meaningAt } from './base/made.js';
import type { Told } from './base/kept.js';
import { type Revision, baseOf, revisionOf } from './base/revision.js';
import { compared, dashboardsBetween } from './compare/compare.js';
import { meaningOfFiles } from './files/meaning.js';
import { meaningOf } from './meaning/estate.js';
import type { Meaning } from './meaning/meaning.js';
import type { Asked } from './options.js';
import type { Comparison } from './page/comparison.js';
import { changedLinesIn } from './annotations/changed-lines.js';
import { type Remark, remarks } from './annotations/annotations.js';

/** What is reviewed. */
export interface Reviewed {
  readonly estate: Estate;
  /** The folder of the estate. */
  readonly root: string;
  /** The release of the package. */
  readonly version: string;
  /** The folder of the product's own sources, where it runs from them. */
  readonly library: string | undefined;
  /** The script that runs the command. */
  readonly program: string;
}

/** What the working tree means. */
export const meaningHere = async ({
  estate,
  root,
  version,
}: Omit<Reviewed, 'program' | 'library'>): Promise<Meaning> =>
  meaningOf(estate, await readLock(join(root, 'proofs.lock')), version);

const sourceOf = async (
  git: Git,
  { estate, root, version, library, program }: Reviewed,
): Promise<Source> => ({
  ...{ git, root, library, program, release: version },
  repository: await repositoryOf(git, root),
  output: estate.output,
  pages: [`${estate.docs}/runbooks`, `${estate.docs}/secrets`, estate.instrumentation],
});

/** How many files git tells to differ, but for what synthesis writes. */
const filesBetween = async (
  { git, output, pages }: Source,
  base: Revision,
  head: Revision | undefined,
): Promise<number> => {
  const written = [output, ...pages].map((each) => `:(exclude)${each}`);
  const range = head === undefined ? [base.commit] : [base.commit, head.commit];
  const tracked = await git(['diff', '--name-only', '--no-ext-diff', ...range, '--', '.', ...written]);
  const untracked =
    head === undefined
      ? await git(['ls-files', '--others', '--exclude-standard', '--', '.', ...written])
      : '';
  return [tracked, untracked]
    .join('\n')
    .split('\n')
    .filter((line) => line !== '').length;
};

const lessTold = 'neither proofs nor objectives, Secrets or cost are told of them';

/** Both sides by what was written of them. */
const byFiles = async (
  source: Source,
  { base, head, why }: { readonly base: Revision; readonly head: Revision | undefined; readonly why: string },
): Promise<readonly [Meaning, Meaning, string]> => [
  await filesAt(source, base.commit),
  head === undefined
    ? meaningOfFiles(readFiles(join(source.root, source.output)), source.release)
    : await filesAt(source, head.commit),
  `Both were read from ${source.output}/, since one of them cannot be run (${why}): ${lessTold}.`,
];

const meaningTold = async (reviewed: Reviewed): Promise<Told> => ({
  meaning: await meaningHere(reviewed),
  read: '',
});

/** By what both sides were read, where that is not as it should be. */
const readText = (base: string, head: string): string =>
  [['base', base] as const, ['head', head] as const]
    .flatMap(([side, read]) => (read === '' ? [] : [`The ${side} ${read}.`]))
    .join(' ');

/**
 * What an estate means in the working tree, or at a revision, held against another.
 *
 * @throws UsageError without git, and on revisions that there are not.
 */
export const comparison = async (reviewed: Reviewed, asked: Asked): Promise<Comparison> => {
  const git = gitIn(reviewed.root);
  const source = await sourceOf(git, reviewed);
  const head = asked.head === undefined ? undefined : await revisionOf(git, asked.head);
  const base = await baseOf(git, asked.base, head?.commit ?? 'HEAD');
  // What is of the base runs beside what is of the head: they have a processor each.
  let begun = (): void => {};
  const isBegun = new Promise<void>((begin) => (begun = begin));
  const [was, is, files] = await Promise.all([
    meaningAt(source, base.commit, begun),
    head === undefined ? isBegun.then(() => meaningTold(reviewed)) : meaningAt(source, head.commit),
    filesBetween(source, base, head),
  ]);
  const why = [was, is].filter((each) => typeof each === 'string');
  const [before, after, read] =
    typeof was === 'string' || typeof is === 'string'
      ? await byFiles(source, { base, head, why: why.join('; ') })
      : ([was.meaning, is.meaning, readText(was.read, is.read)] as const);
  if (before.places.length === 0 && before.of === 'files' && after.places.length === 0)
    throw new UsageError([
      `Neither can be run (${why.join('; ')}), nor is anything written in ${source.output}/`,
    ]);
  return {
    base,
    head: head ?? { revision: 'the working tree', commit: '' },
    read,
    findings: compared(before, after),
    dashboards: dashboardsBetween(before, after),
    files,
  };
};

/** What a forge shows beside lines of what is written in the working tree. */
export const remarksOn = async (
  { estate, root }: Reviewed,
  { base, findings }: Comparison,
): Promise<readonly Remark[]> => {
  const git = gitIn(root);
  const { prefix } = await repositoryOf(git, root);
  const diff = await git([
    ...['-c', 'core.quotePath=false'],
    'diff',
    '--unified=0',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    base.commit,
    '--',
    estate.output,
  ]);
  return remarks(
    findings,
    readFiles(join(root, estate.output)),
    changedLinesIn(diff),
    `${prefix}${estate.output}/`,
  );
};
