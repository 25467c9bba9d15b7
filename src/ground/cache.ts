import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder that somebody chose for all that is kept; package.json may name it, under `cheomseong.cache`. */
const chosen = (): string | undefined => process.env.CHEOMSEONG_CACHE;

/** Where is kept what is of one estate, and may be removed at any time: answers of promtool, what mutants survived, bundles. */
export const kept = (...names: readonly string[]): string =>
  resolve(chosen() ?? join('node_modules', '.cache', 'cheomseong'), ...names);

/** Where is kept what all estates of a person share: programs that were fetched. */
export const shared = (...names: readonly string[]): string =>
  resolve(chosen() ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cheomseong'), ...names);
