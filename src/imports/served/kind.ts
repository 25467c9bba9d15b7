import { type Defaults, type Part, ofEvery, together } from './part.js';

/** What becomes of an object of a kind, beside what becomes of every object. */
export const kind = (name: string, { filled = {}, keyed = {}, dropped = [] }: Partial<Part>): Defaults => ({
  kind: name,
  ...together(ofEvery, { filled, keyed, dropped }),
});
