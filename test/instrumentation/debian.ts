import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { shared } from '#ground/cache.js';
import { complaints, privateApt } from '#proof/tools/apt.js';
import { findArchive } from '#proof/tools/archive.js';
import { withLock } from '#proof/tools/lock.js';
import { run } from '#proof/tools/run.js';

const searchPath = process.env['PATH'] ?? ['/usr/bin', '/bin'].join(delimiter);

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * The root of a file system that has these packages of Debian or Ubuntu with those that they depend on, fetched once, without root.
 *
 * @param name What the folder of the cache is called.
 * @param kept Which of the packages are wanted: a C library is on every machine.
 * @throws Error where there is no such archive, or it does not have them.
 */
export const unpacked = async (
  name: string,
  packages: readonly string[],
  kept: (pack: string) => boolean,
): Promise<string> => {
  const cache = shared('tools', `${process.platform}-${process.arch}`);
  const home = join(cache, name);
  if (await exists(home)) return home;
  const { aptGet, dpkgDeb, flock } = await findArchive({ searchPath, cacheFolder: cache, announce: () => undefined });
  await mkdir(cache, { recursive: true });
  await withLock(flock, join(cache, `${name}.lock`), async () => {
    if (await exists(home)) return;
    process.stderr.write(`Fetching ${packages.join(' and ')} from the distribution's archive, this once.\n`);
    const folder = await mkdtemp(join(cache, `${name}-`));
    try {
      const apt = (await privateApt(aptGet, folder, searchPath))(folder);
      const update = await apt('update');
      // As on a machine without any package: what this one has may be older, or lie elsewhere.
      const status = join(folder, 'status');
      await writeFile(status, '');
      const asked = ['install', '--print-uris', '-qq', '--no-install-recommends', '-o', `Dir::State::status=${status}`];
      const closure = await apt(...asked, ...packages);
      const wanted = [...closure.stdout.matchAll(/^'[^']+' ([^_\s]+)_/gm)].flatMap(([, pack = '']) =>
        kept(pack) ? [pack] : [],
      );
      if (wanted.length === 0) throw new Error(complaints(update, closure));
      const download = await apt('download', ...wanted);
      if (download.exitCode !== 0) throw new Error(complaints(update, download));
      const root = join(folder, 'root');
      for (const file of (await readdir(folder)).filter((each) => each.endsWith('.deb'))) {
        const { exitCode, stderr } = await run(dpkgDeb, ['-x', join(folder, file), root]);
        if (exitCode !== 0) throw new Error(`dpkg-deb could not unpack ${file}: ${stderr.trim()}`);
      }
      await rename(root, home);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return home;
};
