/** The items whose key an earlier one has too, each with the first that has it. */
export const repeated = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [T, T])[] => {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const first = firsts.get(keyOf(item));
    if (first === undefined) firsts.set(keyOf(item), item);
    return first === undefined ? [] : [[first, item] as const];
  });
};

/** The names that stand more than once, each once. */
export const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(repeated(names, (name) => name).map(([name]) => name)),
];
