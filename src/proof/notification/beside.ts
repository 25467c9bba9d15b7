/** Of an action what stands between its braces: texts, in which braces mean nothing, and all else. */
const actions = /\{\{((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`}]|\}(?!\}))*)\}\}/g;
const keyword = /^-?\s*(\w+)/;
const opens = /^(?:if|range|with|define)$/;
const defined = /^(-?\s*define\s+)"((?:[^"\\]|\\.)*)"/;
const called = /^(-?\s*template\s+)"((?:[^"\\]|\\.)*)"/;
const textOrVariable = /"(?:[^"\\]|\\.)*"|`[^`]*`|\$[\p{L}_][\p{L}\p{N}_]*/gu;

/** Whether what it opens it closes itself: then it means the same, whatever stands before it and behind it. */
const isWhole = (found: readonly string[]): boolean => {
  let depth = 0;
  for (const action of found) {
    const [, word = ''] = keyword.exec(action) ?? [];
    if (word === 'block' || (word === 'define' && depth > 0)) return false;
    if (word === 'else' && depth === 0) return false;
    depth += opens.test(word) ? 1 : word === 'end' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/**
 * A Go template in a form that may stand beside others in one text: its variables and the templates that it defines are called by names
 * that none of the others has. Nothing where that is not certain, as of one that does not close what it opens.
 *
 * @param own what its names end with, of letters and digits.
 */
export const beside = (template: string, own: string): string | undefined => {
  const found = [...template.matchAll(actions)].map(([, action = '']) => action);
  if (template.replace(actions, '').includes('{{') || !isWhole(found)) return undefined;
  const names = new Set(found.flatMap((action) => defined.exec(action)?.[2] ?? []));
  const renamed = (action: string): string =>
    action
      .replace(textOrVariable, (part) => (part.startsWith('$') ? `${part}_${own}` : part))
      .replace(defined, (_, before: string, name: string) => `${before}"${name} ${own}"`)
      .replace(called, (all: string, before: string, name: string) =>
        names.has(name) ? `${before}"${name} ${own}"` : all,
      );
  return template.replace(actions, (_, action: string) => `{{${renamed(action)}}}`);
};
