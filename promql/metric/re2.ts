import { createRequire } from 'node:module';

/** Characters with which a pattern that JavaScript takes means the same in RE2. */
const plain = /^[\w .*+?|/:-]*$/;

interface Pattern {
  readonly test: (text: string) => boolean;
}

// Prometheus anchors every pattern at both ends.
const anchored = (pattern: string): string => `^(?:${pattern})$`;

const compiled = (pattern: string): Pattern => {
  if (plain.test(pattern)) return new RegExp(anchored(pattern));
  // RE2 itself is loaded only for a pattern that is not plainly the same in both: it takes a tenth of a second.
  const { RE2 } = createRequire(import.meta.url)('re2-wasm') as typeof import('re2-wasm');
  return new RE2(anchored(pattern), 'u');
};

/** Why RE2, the regular expressions of Prometheus, does not know a pattern; `undefined` if it does. */
export const re2Fault = (pattern: string): string | undefined => {
  try {
    compiled(pattern);
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; look-around and back-references do not exist there: use a second matcher, or not(…)`;
  }
};

/** Whether a text matches a pattern from its beginning to its end. */
export const matchesWhole = (pattern: string, text: string): boolean => compiled(pattern).test(text);
