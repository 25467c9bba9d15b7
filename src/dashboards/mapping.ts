import { byName, exactly, text } from '#ground/shape.js';
import type { MappingModel } from './model.js';

/** How one value is shown instead of as a number or a word of its own. */
export interface Shown {
  readonly text?: string;
  readonly color?: string;
}
/** By value: `{ 0: { text: 'down', color: 'red' }, Running: { color: 'green' } }`. */
export type Mapped = Readonly<Record<string, Shown>>;

/** The same where types were put aside. */
export const mappedShape = byName(exactly({}, { text, color: text }));

/** Of what is either up or down. */
export const upOrDown: Mapped = {
  0: { text: 'DOWN', color: 'red' },
  1: { text: 'UP', color: 'green' },
};

/** The `mappings` of a field, or nothing. */
export const mappings = (mapped: Mapped | undefined): { readonly mappings?: readonly MappingModel[] } => {
  if (!mapped) return {};
  const options = Object.entries(mapped).map(([value, shown], index) => [value, { ...shown, index }]);
  return { mappings: [{ type: 'value', options: Object.fromEntries(options) }] };
};
