/** What stands at a place in values of no known shape, as a panel's options are; nothing where there is no such place. */
export const valueAt = (root: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );

export const textAt = (root: unknown, ...path: readonly string[]): string | undefined => {
  const value = valueAt(root, ...path);
  return typeof value === 'string' ? value : undefined;
};

/** A finite number: JSON has no others. */
export const numberAt = (root: unknown, ...path: readonly string[]): number | undefined => {
  const value = valueAt(root, ...path);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const isTrueAt = (root: unknown, ...path: readonly string[]): boolean =>
  valueAt(root, ...path) === true;

export const isFalseAt = (root: unknown, ...path: readonly string[]): boolean =>
  valueAt(root, ...path) === false;

export const listAt = (root: unknown, ...path: readonly string[]): readonly unknown[] => {
  const value = valueAt(root, ...path);
  return Array.isArray(value) ? value : [];
};

export const textsAt = (root: unknown, ...path: readonly string[]): readonly string[] =>
  listAt(root, ...path).filter((value) => typeof value === 'string');

/** One of a few words; the first where something else stands there. */
export const oneOf = <Word extends string>(
  words: readonly [Word, ...Word[]],
  root: unknown,
  ...path: readonly string[]
): Word => {
  const value = valueAt(root, ...path);
  return words.find((word) => word === value) ?? words[0];
};
