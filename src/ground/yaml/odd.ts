import { yamlByLibrary } from './by-library.js';

// What is odd is written by the package within a document of nothing else, from which it is taken: so the usual need not be written by it.

/** As deep in a document as it is to stand. */
const nested = (value: object, depth: number): object =>
  depth === 0 ? value : { k: nested(value, depth - 1) };

/** The lines that lead to it. */
const leading = (depth: number): number =>
  Array.from({ length: depth }, (_, above) => 2 * above + 'k:\n'.length).reduce((sum, each) => sum + each, 0);

/** The text of fields that stand at some depth, without the line break after them: a last field of our own shows where they end. */
const fields = (value: object, depth: number): string => {
  const text = yamlByLibrary(nested({ ...value, z: 0 }, depth));
  const indent = 2 * depth;
  return text.slice(leading(depth) + indent, -(indent + '\nz: 0\n'.length));
};

/** A field of any key, at its depth, from its key on. */
export const oddField = (key: string, value: unknown, depth: number): string =>
  fields({ [key]: value }, depth);

/** What stands after the colon of a key, or after the dash of a list, whose fields or lines begin at some depth. */
export const oddValue = (value: unknown, depth: number): string =>
  fields({ k: value }, depth - 1).slice('k:'.length);
export const oddItem = (value: unknown, depth: number): string =>
  fields({ k: [value] }, depth - 2).slice('k:\n'.length + 2 * (depth - 1) + '-'.length);

const most = 1000;
const known = new Map<string, string>();

/** The same of a text of one line, which is written alike at any depth. A few come again and again: `"0"`, `"true"`. */
export const oddText = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const written = oddValue(text, 1);
  if (known.size >= most) known.clear();
  if (text.length <= 100) known.set(text, written);
  return written;
};
