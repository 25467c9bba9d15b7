import type { Fault } from '#ground/fault.js';
import type { Read } from './fields.js';

const mark = /^\s*#\s*cheomseong:\s*empty by design\b[,;:]?\s*(?:because\s*)?(.*?)[.\s]*$/;

/**
 * Why nothing that a rule reads needs to be there: `# cheomseong: empty by design, because …` among the lines of comment above it. Without
 * a reason it is refused.
 *
 * @param line The line in which the rule begins.
 */
export const emptyByDesign = (
  file: string,
  lines: readonly string[],
  line: number,
): Read<string | undefined> => {
  for (let above = line - 1; /^\s*#/.test(lines[above - 1] ?? ''); above -= 1) {
    const text = lines[above - 1] ?? '';
    const reason = mark.exec(text)?.[1];
    if (reason !== undefined)
      return { value: reason, faults: reason === '' ? [unreasoned(`${file}:${above}`, text.trim())] : [] };
  }
  return { value: undefined, faults: [] };
};

const unreasoned = (where: string, what: string): Fault => ({
  where,
  what,
  code: 'no-reason',
  why: 'it does not say why the rule is empty by design',
  cure: 'go on: # cheomseong: empty by design, because …',
});
