const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What stands at a place in JSON of which nobody says what it holds, as a panel's options are, or a message; nothing where there is no such place. */
export const valueAt = (root: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    root,
  );

export const textAt = (root: unknown, ...path: readonly string[]): string | undefined => {
  const value = valueAt(root, ...path);
  return typeof value === 'string' ? value : undefined;
};

/** The same, empty where something else stands there. */
export const writtenAt = (root: unknown, ...path: readonly string[]): string => textAt(root, ...path) ?? '';

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

/** The pairs of an object that stands there, of which each value is written as text. */
export const pairsAt = (
  root: unknown,
  ...path: readonly string[]
): readonly (readonly [name: string, text: string])[] => {
  const value = valueAt(root, ...path);
  return isObject(value) && !Array.isArray(value)
    ? Object.entries(value).map(([name, each]) => [
        name,
        typeof each === 'string' ? each : JSON.stringify(each),
      ])
    : [];
};
