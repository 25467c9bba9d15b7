import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makerOfJournal, next, old } from './beside.js';
import { finish } from './publishing/journal.js';
import { leftBehind } from '#bin/left-behind.mjs';

/** What a process that was killed left beside a path. */
interface Left {
  readonly path: string;
  readonly file: string;
  readonly maker: string;
}

const left = (paths: readonly string[], beside: typeof next): readonly Left[] =>
  paths.flatMap((path) => {
    const prefix = basename(beside(path, ''));
    return leftBehind(dirname(path), prefix).map((name) => ({
      path,
      file: join(dirname(path), name),
      maker: name.slice(prefix.length),
    }));
  });

/**
 * Removes what publishing left beside these paths when it was killed. Killed while it wrote, it has changed nothing. Killed after it had
 * written all and said so, it is finished, so that all of the paths are of one publication.
 */
export const sweep = (paths: readonly string[]): void => {
  for (const { path, maker } of left(paths, next).filter((each) => makerOfJournal(each.maker) !== undefined))
    finish(path, maker);
  const [written, replaced] = [left(paths, next), left(paths, old)];
  for (const { path, file } of replaced) if (!existsSync(path)) renameSync(file, path);
  for (const { file } of [...written, ...replaced]) rmSync(file, { recursive: true, force: true });
};
