/**
 * What `Object.fromEntries` makes and then forgets which keys it has. With `mapped` and `typedVector` the one place where
 * the compiler is told what it cannot follow.
 */
export const fromEntries = <const K extends string, T>(
  entries: readonly (readonly [key: K, value: T])[],
): Readonly<Record<K, T>> => Object.fromEntries(entries) as Readonly<Record<K, T>>;

/** One value for each key. */
export const keyed = <const K extends string, T>(
  keys: readonly K[],
  value: (key: K) => T,
): Readonly<Record<K, T>> => fromEntries(keys.map((key) => [key, value(key)]));

/** The same record with each value changed into one of the same type. */
export const mapped = <R extends Readonly<Record<string, unknown>>>(
  record: R,
  change: (value: R[keyof R], key: string) => unknown,
): R =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value as R[keyof R], key)]),
  ) as R;
