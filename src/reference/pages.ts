import { currentMistakesPage, mistakesPath } from './mistakes-page.js';
import { currentPacksPage, packsPath } from './packs-page.js';

/** The pages that are made from the library's own sources, by their paths. */
export const pages: Readonly<Record<string, () => string>> = {
  [mistakesPath]: currentMistakesPage,
  [packsPath]: currentPacksPage,
};
