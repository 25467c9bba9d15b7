import { createRequire } from 'node:module';
import type * as Re2 from 're2-wasm';

/** What a pattern may be made of to mean the same in JavaScript and in RE2. */
const plain = [
  /[^\\()[\]{}|*+?^$\p{Surrogate}]/u, // characters, and `.` for any
  /[|)]|\((?!\?)|\(\?:/u, // alternatives and groups
  /[*+?]\??/u, // repetitions
  /\\[dw.*+?()[\]{}|^$\\/]/u, // escapes
  /\[\^?(?:[\w .,:/]|[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|\\[dw.\\-])+\]/u, // classes
];
const isPlain = new RegExp(`^(?:${plain.map(({ source }) => source).join('|')})*$`, 'u');

interface Pattern {
  readonly test: (text: string) => boolean;
}

// Prometheus anchors every pattern at both ends.
const anchored = (pattern: string): string => `^(?:${pattern})$`;

const compile = (pattern: string): Pattern => {
  if (isPlain.test(pattern)) return new RegExp(anchored(pattern), 'u');
  // RE2 itself is loaded only for a pattern that is not plainly the same in both: it takes a tenth of a second.
  const { RE2 } = createRequire(import.meta.url)('re2-wasm') as typeof Re2;
  return new RE2(anchored(pattern), 'u');
};

const known = new Map<string, Pattern>();

// RE2's memory is small and never freed: each pattern is compiled once.
const compiled = (pattern: string): Pattern => {
  const found = known.get(pattern) ?? compile(pattern);
  known.set(pattern, found);
  return found;
};

/** Why RE2, the regular expressions of Prometheus, does not know a pattern; `undefined` if it does. */
export const re2Fault = (pattern: string): string | undefined => {
  try {
    compiled(pattern);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return /\(\?<?[=!]|\\\d/.test(pattern)
      ? `${why}; look-around and back-references do not exist there: use a second matcher, or not(…)`
      : why;
  }
};

/** Whether a text matches a pattern from its beginning to its end. */
export const matchesWhole = (pattern: string, text: string): boolean => compiled(pattern).test(text);
