/**
 * One value for each key: what `Object.fromEntries` makes and then forgets which keys it has. With `mapped` and
 * `typedVector` the one place where the compiler is told what it cannot follow.
 */
export const keyed = <const K extends string, T>(
  keys: readonly K[],
  value: (key: K) => T,
): Readonly<Record<K, T>> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Readonly<Record<K, T>>;

/** The same record with each value changed into one of the same type. */
export const mapped = <R extends Readonly<Record<string, unknown>>>(
  record: R,
  change: (value: R[keyof R], key: string) => unknown,
): R =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value as R[keyof R], key)]),
  ) as R;
