/** What stands in JSON of which nobody says what it holds, read without trusting it. */
type Field = string | number;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (root: unknown, field: readonly Field[]): unknown =>
  field.reduce<unknown>((value, key) => {
    if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, root);

/** The text that stands there; an empty one where something else does. */
export const text = (root: unknown, ...field: readonly Field[]): string => {
  const value = at(root, field);
  return typeof value === 'string' ? value : '';
};

/** The number that stands there. */
export const number = (root: unknown, ...field: readonly Field[]): number | undefined => {
  const value = at(root, field);
  return typeof value === 'number' ? value : undefined;
};

/** The list that stands there; an empty one where something else does. */
export const list = (root: unknown, ...field: readonly Field[]): readonly unknown[] => {
  const value = at(root, field);
  return Array.isArray(value) ? value : [];
};

/** The pairs of an object that stands there, of which each value is written as text. */
export const pairs = (root: unknown, ...field: readonly Field[]): readonly (readonly [string, string])[] => {
  const value = at(root, field);
  return isObject(value)
    ? Object.entries(value).map(([key, each]) => [
        key,
        typeof each === 'string' ? each : JSON.stringify(each),
      ])
    : [];
};
