// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
const isRest = (part: string): boolean => /^(\[\[?\.\.\..+\]|\*)/.test(part);
const isOne = (part: string): boolean => /^(\[.+\]|:.+|\{.+\})$/.test(part);

/** The more of a pattern is written out, the sooner it is tried. */
const rank = (pattern: string): string =>
  pattern
    .split('/')
    .map((part) => (isRest(part) ? '2' : isOne(part) ? '1' : '0'))
    .join('');

const literal = (part: string): string => part.replace(/[.*+?^{}$()|[\]\\]/g, '\\$&');

/** /notices/[id], /notices/:id and /notices/{id} take one part of a path, [...rest], [[...rest]] and * all that follow. */
const expression = (pattern: string): RegExp => {
  const parts = pattern.split('/').filter((part) => part !== '');
  const written = parts.map((part) => {
    if (part.startsWith('[[...')) return '(?:/.*)?';
    if (isRest(part)) return '/.+';
    return isOne(part) ? '/[^/]+' : '/' + literal(part);
  });
  return new RegExp('^' + (written.length === 0 ? '/' : written.join('')) + '$', 's');
};

/** Finds the pattern of a path, the one with the most that is written out; undefined where none fits. */
export const patternOf = (patterns: readonly string[]): ((path: string) => string | undefined) => {
  const known = [...patterns]
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map((pattern) => ({ pattern, fits: expression(pattern) }));
  return (path) => {
    const plain = path.replace(/[?#].*$/s, '').replace(/(?<=.)\/$/, '');
    return known.find(({ fits }) => fits.test(plain))?.pattern;
  };
};
