import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Apt, complaints, privateApt } from './apt.js';
import { unpackClosure } from './closure.js';
import { newestSource, targetFormat } from './distribution.js';
import { relocate } from './relocate.js';
import { type Package, type ToolName, requirements } from './requirements.js';
import { type Outcome, run } from './run.js';
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
 * Downloads the packages that hold the programs, and says which they are.
 *
 * @param update What came of updating apt's lists. A source that is down fails it, but may not be the one that has the packages: the
 * download decides.
 */
const download = async (
  apt: Apt,
  update: Outcome,
  names: readonly ToolName[],
): Promise<readonly Package[]> => {
  const own: Package[] = [];
  const others = new Set<Package>();
  for (const name of names) {
    const [first, joint] = requirements[name].packages;
    if (joint !== undefined && (await apt('download', first)).exitCode === 0) own.push(first);
    else others.add(joint ?? first);
  }
  const rest = others.size === 0 ? undefined : await apt('download', ...others);
  if (rest !== undefined && rest.exitCode !== 0) throw new Error(complaints(update, rest));
  return [...own, ...others];
};

/** Puts the `/usr` of a package into `cacheFolder/<package>`, whole or not at all. */
const settle = async (pack: Package, usr: string, folder: string, cacheFolder: string): Promise<void> => {
  const home = join(cacheFolder, pack);
  if (await exists(home)) await rename(home, join(folder, `${pack}-before`));
  await rename(usr, home);
};

/** The same of each package. */
const place = async (
  packages: readonly Package[],
  { dpkgDeb }: Archive,
  folder: string,
  cacheFolder: string,
): Promise<void> => {
  await mkdir(cacheFolder, { recursive: true });
  for (const pack of packages) await settle(pack, await unpack(dpkgDeb, folder, pack), folder, cacheFolder);
};

/** A folder of the cache to work in, gone afterwards, and those that an earlier process left half done with it. */
const inFolder = async (cacheFolder: string, work: (folder: string) => Promise<void>): Promise<void> => {
  const abandoned = (await readdir(cacheFolder)).filter((entry) => entry.startsWith('fetch-'));
  await Promise.all(abandoned.map((entry) => rm(join(cacheFolder, entry), { recursive: true, force: true })));
  const folder = await mkdtemp(join(cacheFolder, 'fetch-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Fetches the packages of these programs into the cache. To be called under the lock of the cache. */
export const fetchPrograms = (
  names: readonly ToolName[],
  archive: Archive,
  { searchPath, cacheFolder, announce }: Surroundings,
): Promise<void> => {
  announce(`Fetching ${names.join(' and ')} from the distribution's archive into ${cacheFolder}, this once.`);
  return inFolder(cacheFolder, async (folder) => {
    const aptIn = await privateApt(archive.aptGet, folder, searchPath);
    const apt = aptIn(folder);
    const update = await apt('update');
    const alone = names.filter((name) => requirements[name].beside === undefined);
    if (alone.length > 0) await place(await download(apt, update, alone), archive, folder, cacheFolder);
    for (const { packages, beside } of names.map((name) => requirements[name])) {
      if (beside === undefined) continue;
      const usr = await unpackClosure(aptIn, update, archive.dpkgDeb, folder, packages[0], beside);
      await settle(packages[0], usr, folder, cacheFolder);
    }
  });
};

/** The newest suite as a line of apt's sources: by the lists that the system has, else by some of our own, which takes seconds. */
const sourceOfNewest = async ({ aptGet }: Archive, folder: string, searchPath: string): Promise<string> => {
  const ask = ['indextargets', '--format', targetFormat, 'Created-By: Packages'];
  const atHand = newestSource((await run(aptGet, ask)).stdout);
  if (atHand !== undefined) return atHand;
  const stable = join(folder, 'stable');
  const apt = (await privateApt(aptGet, stable, searchPath))(stable);
  const update = await apt('update');
  const source = newestSource((await apt(...ask)).stdout);
  if (source !== undefined) return source;
  throw new Error(
    `none of apt's sources is Debian's or Ubuntu's${update.exitCode === 0 ? '' : `: ${complaints(update)}`}`,
  );
};

/** Fetches the package of a program from the newest suite of the distribution's archive into `into`. Under the same lock. */
export const fetchNewest = (
  name: ToolName,
  archive: Archive,
  { searchPath, cacheFolder, announce }: Surroundings,
  into: string,
): Promise<void> => {
  announce(`Fetching the newest ${name} of the distribution's archive into ${into}, this once.`);
  return inFolder(cacheFolder, async (folder) => {
    const source = await sourceOfNewest(archive, folder, searchPath);
    const newest = (await privateApt(archive.aptGet, folder, searchPath, source))(folder);
    await place(await download(newest, await newest('update'), [name]), archive, folder, into);
  });
};
