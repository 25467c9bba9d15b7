import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchPackages, findArchive } from './archive.js';
import { withLock } from './lock.js';
import { reason } from './reason.js';
import { refusal } from './refusal.js';
import { type ToolName, requirements } from './requirements.js';
import { type Search, type Surroundings, search } from './search.js';

type Found = Search & { readonly path: string };
const isFound = (result: Search): result is Found => result.path !== undefined;

/** One path per name, in the order of the names. */
type Paths<Names extends readonly ToolName[]> = { readonly [Index in keyof Names]: string };

/**
 * The absolute paths of the programs: from PATH, else from the cache, else fetched into the cache from the distribution's archive.
 * Throws one refusal about all programs that cannot be had.
 */
export const locate = async <const Names extends readonly ToolName[]>(
  names: Names,
  at: Surroundings,
): Promise<Paths<Names>> => {
  const searchAll = () => Promise.all(names.map((name) => search(name, at)));
  // map() keeps the number and order of the names, which its type does not say.
  const paths = (found: readonly Found[]) => found.map(({ path }) => path) as Paths<Names>;

  const atHand = await searchAll();
  if (atHand.every(isFound)) return paths(atHand);
  const failure = await fetchMissing(searchAll, at).then(() => undefined, reason);
  const now = await searchAll();
  if (now.every(isFound)) return paths(now);
  throw new Error(
    refusal(
      now.filter((result) => !isFound(result)),
      failure,
    ),
  );
};

const fetchMissing = async (searchAll: () => Promise<readonly Search[]>, at: Surroundings): Promise<void> => {
  const archive = await findArchive(at);
  await mkdir(at.cacheFolder, { recursive: true });
  await withLock(archive.flock, join(at.cacheFolder, 'lock'), async () => {
    // Another process may have fetched them while this one waited.
    const missing = (await searchAll()).filter((result) => !isFound(result));
    const packages = new Set(missing.map(({ name }) => requirements[name].package));
    if (packages.size > 0) await fetchPackages([...packages], archive, at);
  });
};
