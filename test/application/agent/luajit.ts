import { access, mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { shared } from '#ground/cache.js';
import { complaints, privateApt } from '#proof/tools/apt.js';
import { findArchive } from '#proof/tools/archive.js';
import { withLock } from '#proof/tools/lock.js';
import { run } from '#proof/tools/run.js';
import { programsOnPath } from '#proof/tools/search.js';

const searchPath = process.env.PATH ?? ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);
const folder = shared('tools', `${process.platform}-${process.arch}`, 'luajit');
const fetched = join(folder, 'root', 'usr', 'bin', 'luajit');

/** Fetches Debian's package of it without root, once. */
const fetch = async (): Promise<string> => {
  const archive = await findArchive({ searchPath, cacheFolder: folder, announce: () => undefined });
  await mkdir(folder, { recursive: true });
  return withLock(archive.flock, join(folder, 'lock'), async () => {
    if (
      await access(fetched).then(
        () => true,
        () => false,
      )
    )
      return fetched;
    const apt = (await privateApt(archive.aptGet, folder, searchPath))(folder);
    const update = await apt('update');
    const download = await apt('download', 'luajit');
    const [deb] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
    if (download.exitCode !== 0 || deb === undefined) throw new Error(complaints(update, download));
    await run(archive.dpkgDeb, ['-x', join(folder, deb), join(folder, 'root')]);
    return fetched;
  });
};

/** The LuaJIT on PATH, else Debian's: what Fluent Bit has built in. */
const luajit = async (): Promise<string> => (await programsOnPath('luajit', searchPath))[0] ?? fetch();

/**
 * Runs a program in Lua.
 *
 * @returns What it printed.
 * @throws Error with what LuaJIT says where it fails.
 */
export const runLua = async (program: string): Promise<string> => {
  const { exitCode, stdout, stderr } = await run(await luajit(), ['-'], { input: program });
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
};
