import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { next, old } from './beside.js';
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
 * Removes what publishing left beside these paths when it was killed. Killed while it wrote, it has changed nothing. Killed between its
 * renames, it had written all: these are finished, so that all of the paths are of one publication.
 */
export const sweep = (paths: readonly string[]): void => {
  const [written, replaced] = [left(paths, next), left(paths, old)];
  const isSwapping = ({ maker }: Left): boolean => replaced.some((each) => each.maker === maker);
  for (const each of written.filter(isSwapping)) {
    const isAside = existsSync(old(each.path, each.maker));
    if (isAside && existsSync(each.path)) continue;
    rmSync(each.path, { recursive: true, force: true });
    renameSync(each.file, each.path);
  }
  for (const { path, file } of replaced) if (!existsSync(path)) renameSync(file, path);
  for (const { file } of [...written, ...replaced]) rmSync(file, { recursive: true, force: true });
};
