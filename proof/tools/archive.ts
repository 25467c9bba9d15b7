import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { relocate } from './relocate.js';
import type { Package } from './requirements.js';
import { run } from './run.js';
import { type Surroundings, programsOnPath } from './search.js';

/** The programs of Debian and its children by which its archive is read without root. */
export interface Archive {
  readonly aptGet: string;
  readonly dpkgDeb: string;
  readonly flock: string;
}

/** Throws, in the words of a sentence's end, where there is no such archive. */
export const findArchive = async ({ searchPath }: Surroundings): Promise<Archive> => {
  const first = async (file: string): Promise<string> => {
    const [path] = await programsOnPath(file, searchPath);
    if (path === undefined) throw new Error(`${file} is not on PATH, so this is no Debian or Ubuntu`);
    return path;
  };
  return { aptGet: await first('apt-get'), dpkgDeb: await first('dpkg-deb'), flock: await first('flock') };
};

// The system's own sources, keys, proxies and credentials are used; its lists and caches are not, and what it does after
// an update (refreshing desktop catalogues, emptying caches) is left out.
const aptConf = `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
`;

const unpack = async (dpkgDeb: string, folder: string, pack: Package): Promise<string> => {
  const deb = (await readdir(folder)).find((file) => file.startsWith(`${pack}_`) && file.endsWith('.deb'));
  if (deb === undefined) throw new Error(`apt-get download left no package ${pack}`);
  const root = join(folder, pack);
  const { exitCode, stderr } = await run(dpkgDeb, ['-x', join(folder, deb), root]);
  if (exitCode !== 0) throw new Error(`dpkg-deb could not unpack ${deb}: ${stderr.trim()}`);
  const usr = join(root, 'usr');
  const programs = await readdir(join(usr, 'bin'));
  await Promise.all(programs.map((program) => relocate(join(usr, 'bin', program))));
  return usr;
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Puts the `/usr` of each package into `cacheFolder/<package>`, whole or not at all: it is made in a folder beside and renamed.
 * To be called under the lock of the cache, since folders that an earlier process left half done are removed.
 */
export const fetchPackages = async (
  packages: readonly Package[],
  { aptGet, dpkgDeb }: Archive,
  { searchPath, cacheFolder, announce }: Surroundings,
): Promise<void> => {
  announce(
    `Fetching ${packages.join(' and ')} from the distribution's archive into ${cacheFolder}, this once.`,
  );
  const abandoned = (await readdir(cacheFolder)).filter((entry) => entry.startsWith('fetch-'));
  await Promise.all(abandoned.map((entry) => rm(join(cacheFolder, entry), { recursive: true, force: true })));
  const folder = await mkdtemp(join(cacheFolder, 'fetch-'));
  try {
    await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
    await mkdir(join(folder, 'apt', 'archives', 'partial'), { recursive: true });
    const conf = join(folder, 'apt.conf');
    await writeFile(conf, aptConf);
    const folders = { 'Dir::State::lists': join(folder, 'lists'), 'Dir::Cache': join(folder, 'apt') };
    const ours = [
      '-q',
      '-c',
      conf,
      ...Object.entries(folders).flatMap(([key, path]) => ['-o', `${key}=${path}`]),
    ];
    const env = { PATH: searchPath, LC_ALL: 'C' };
    const apt = (...args: string[]) =>
      run(aptGet, [...ours, ...args], { cwd: folder, env, timeout: 300_000 });
    // A source that is down fails the update, but may not be the one that has the packages: the download decides.
    const update = await apt('update');
    const download = await apt('download', ...packages);
    if (download.exitCode !== 0) {
      const complaints = [update, download].flatMap(({ stderr }) => /^[EW]: .*/m.exec(stderr)?.[0] ?? []);
      throw new Error(`apt-get says ${complaints.map((text) => JSON.stringify(text)).join(', then ')}`);
    }
    for (const pack of packages) {
      const usr = await unpack(dpkgDeb, folder, pack);
      const home = join(cacheFolder, pack);
      if (await exists(home)) await rename(home, join(folder, `${pack}-before`));
      await rename(usr, home);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
