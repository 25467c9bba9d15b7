import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, fetchNewest, fetchPrograms, findArchive } from './archive.js';
import { withLock } from './lock.js';
import { reason } from './reason.js';
import { chosenRefusal, refusal } from './refusal.js';
import { type ToolName, requirements } from './requirements.js';
import { type Program, type Search, type Surroundings, firstThatWillDo, search } from './search.js';

type Found = Search & { readonly program: Program };
const isFound = (result: Search): result is Found => result.program !== undefined;

/** One program per name, in the order of the names. */
type Programs<Names extends readonly ToolName[]> = { readonly [Index in keyof Names]: Program };

/**
 * The programs: those that were chosen, else from PATH, else from the cache, else fetched into the cache from the distribution's
 * archive. Throws one refusal about all programs that cannot be had.
 */
export const locate = async <const Names extends readonly ToolName[]>(
  names: Names,
  at: Surroundings,
): Promise<Programs<Names>> => {
  const searchAll = () => Promise.all(names.map((name) => search(name, at)));
  // map() keeps the number and order of the names, which its type does not say.
  const programs = (found: readonly Found[]) => found.map(({ program }) => program) as Programs<Names>;

  const atHand = await searchAll();
  if (atHand.every(isFound)) return programs(atHand);
  const unfit = atHand.filter((result) => !isFound(result) && at.chosen?.[result.name] !== undefined);
  if (unfit.length > 0) throw new Error(chosenRefusal(unfit));
  const failure = await fetchMissing(searchAll, at).then(() => undefined, reason);
  const now = await searchAll();
  if (now.every(isFound)) return programs(now);
  throw new Error(
    refusal(
      now.filter((result) => !isFound(result)),
      failure,
    ),
  );
};

const locked = async (at: Surroundings, work: (archive: Archive) => Promise<void>): Promise<void> => {
  const archive = await findArchive(at);
  await mkdir(at.cacheFolder, { recursive: true });
  await withLock(archive.flock, join(at.cacheFolder, 'lock'), () => work(archive));
};

const fetchMissing = (searchAll: () => Promise<readonly Search[]>, at: Surroundings): Promise<void> =>
  locked(at, async (archive) => {
    // Another process may have fetched them while this one waited.
    const missing = (await searchAll()).filter((result) => !isFound(result)).map(({ name }) => name);
    if (missing.length > 0) await fetchPrograms(missing, archive, at);
  });

/**
 * The newest release of a program that the distribution has in any suite, fetched once into a folder of its own beside the one
 * in use; nothing where there is no such archive, which is announced with the reason.
 */
export const locateNewest = async (name: ToolName, at: Surroundings): Promise<Program | undefined> => {
  const home = join(at.cacheFolder, 'newest');
  const { files, packages } = requirements[name];
  const paths = packages.flatMap((pack) => files.map((file) => join(home, pack, 'bin', file)));
  const fetched = async () => (await firstThatWillDo(name, paths)).program;
  const atHand = await fetched();
  if (atHand !== undefined) return atHand;
  const failure = await locked(at, async (archive) => {
    if ((await fetched()) === undefined) await fetchNewest(name, archive, at, home);
  }).then(() => undefined, reason);
  if (failure !== undefined) at.announce(`No newer ${name} than the one in use: ${failure}.`);
  return fetched();
};
