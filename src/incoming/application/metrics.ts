import { catalogModule } from '#catalog/written.js';
import type { Own } from '#incoming/catalogue/declared.js';

/** `metrics.ts`: what is declared anew of what came in. */
export const metricsText = (own: readonly Own[]): string => {
  const guessed = own.filter(({ from }) => from === 'text').length;
  const said =
    guessed === 0
      ? 'What is read, as a scrape tells.'
      : `What is read. Of ${guessed} of ${own.length} only rules tell, so that kinds, labels and buckets are guesses: compare by npx cheomseong catalog SOURCE --against FILE.`;
  return catalogModule('metrics', own, said);
};
