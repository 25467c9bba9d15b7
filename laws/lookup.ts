/** Finds items by a text that several may have: estates are large, and what is compared with all of them takes its time. */
export const lookup = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ((key: string) => readonly T[]) => {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const same = found.get(keyOf(item));
    if (same) same.push(item);
    else found.set(keyOf(item), [item]);
  }
  return (key) => found.get(key) ?? [];
};
