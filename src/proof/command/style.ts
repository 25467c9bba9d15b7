import type { Style } from './format/table.js';

/** Words as they are. */
export const plain: Style = { good: String, bad: String, strong: String };
/** The first code of ECMA-48's "select graphic rendition" sets a word off, the second ends that. */
const between =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

/** How words are set off, with colour or without. */
export const styleOf = (colour: boolean): Style =>
  colour ? { good: between(32, 39), bad: between(31, 39), strong: between(1, 22) } : plain;
