import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { UsageError } from '#ground/usage.js';
import type { GivenFile } from '#ground/yaml-objects.js';
import { reason } from '#proof/tools/reason.js';
import { run } from '#proof/tools/run.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';
import { type Intervals, type Subject, isAsked, subjectsOf } from './subject.js';
import { standardInput } from './files.js';

/** What git answers, refused as a usage of the command where it does not. */
const git = async (revision: string, args: readonly string[], cwd: string): Promise<string> => {
  const { exitCode, stdout, stderr } = await run('git', args, { cwd }).catch((error: unknown) => {
    throw new UsageError([`--since ${revision}: git cannot be run: ${reason(error)}`]);
  });
  if (exitCode === 0) return stdout;
  const [said = ''] = stderr.trim().split('\n');
  throw new UsageError([`--since ${revision}: git says: ${said}`]);
};

/** What each file was called at a revision, where that is another name; and the files that are not as they were, or are gone. */
interface Changes {
  readonly was: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
  readonly gone: readonly string[];
}

/** Reads `git diff --name-status -z`: `M`, `A` or `D` before a name, `R100` before the old and the new one. */
const changesIn = (listed: string): Changes => {
  const fields = listed.split('\0');
  const [was, changed, gone] = [new Map<string, string>(), new Set<string>(), new Array<string>()];
  for (let i = 0; i + 1 < fields.length;) {
    const [status = '', name = '', next = ''] = fields.slice(i, i + 3);
    const isRenamed = /^[RC]/.test(status);
    if (isRenamed) was.set(next, name);
    changed.add(isRenamed ? next : name);
    if (status === 'D' && /\.(ya?ml|json)$/.test(name)) gone.push(name);
    i += isRenamed ? 3 : 2;
  }
  return { was, changed, gone };
};

/**
 * The files as they were at a revision, under the names that they had, with those that are gone since.
 *
 * @throws UsageError where git does not know the revision, or is not there.
 */
const filesAt = async (
  revision: string,
  files: readonly GivenFile[],
  folder: string,
): Promise<readonly GivenFile[]> => {
  const ask = (...args: readonly string[]): Promise<string> => git(revision, args, folder);
  // An option is no revision: `--output=FILE` would write one.
  const id = (await ask('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)).trim();
  const top = (await ask('rev-parse', '--show-toplevel')).trim();
  const inTop = async (...args: readonly string[]): Promise<string> => git(revision, args, top);
  const there = new Set((await inTop('ls-tree', '-r', '--name-only', '-z', id)).split('\0'));
  const { was, changed, gone } = changesIn(await inTop('diff', '--name-status', '-z', '-M', id));
  const shown = async (name: string): Promise<GivenFile> => ({
    file: name,
    text: await inTop('show', `${id}:${name}`),
  });
  const before = await Promise.all(
    files
      .filter(({ file }) => file !== standardInput)
      .map(async ({ file, text }): Promise<readonly GivenFile[]> => {
        const name = relative(top, await realpath(resolve(folder, file)));
        const old = was.get(name) ?? name;
        if (!there.has(old)) return [];
        return changed.has(name) ? [await shown(old)] : [{ file: old, text }];
      }),
  );
  return [...before.flat(), ...(await Promise.all(gone.map(shown)))];
};

/** All of an alert that its proof depends on, wherever it stands. */
const contentOf = ({ alert, group, labels, records, asked }: Subject): string => {
  const { name, expr, keepFiringFor, annotations } = alert;
  return JSON.stringify([
    ...[name, expr, alert.for, keepFiringFor, annotations, labels, group.interval, group.queryOffset],
    ...(isAsked(asked) ? records.map((record) => [record.name, record.expr, record.labels]) : []),
  ]);
};

/**
 * The alerts that have changed since a revision of git, or read a recording rule that has: new ones too, not those that were only moved.
 *
 * @throws UsageError where git does not know the revision, or is not there.
 */
export const changedSince = async (
  revision: string,
  subjects: readonly Subject[],
  files: readonly GivenFile[],
  intervals: Intervals,
  folder: string,
): Promise<readonly Subject[]> => {
  const { groups } = readRules(await filesAt(revision, files, folder));
  const before = new Set(subjectsOf(groups, understood(groups), intervals).map(contentOf));
  return subjects.filter((subject) => !before.has(contentOf(subject)));
};
