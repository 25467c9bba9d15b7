import { createRequire } from 'node:module';

/** Characters with which a pattern that JavaScript takes means the same in RE2. */
const plain = /^[\w .*+?|/:-]*$/;

/**
 * Why RE2, the regular expressions of Prometheus, does not know a pattern; `undefined` if it does. RE2 itself is
 * asked, and loaded, only for a pattern that is not plainly the same in both.
 */
export const re2Fault = (pattern: string): string | undefined => {
  if (plain.test(pattern)) return undefined;
  try {
    const { RE2 } = createRequire(import.meta.url)('re2-wasm') as typeof import('re2-wasm');
    new RE2(`^(?:${pattern})$`, 'u');
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; look-around and back-references do not exist there: use a second matcher, or not(…)`;
  }
};
