/** The same names, each told from those before it, and from those that are taken, by a number. */
export const apart = (names: readonly string[], taken: Iterable<string> = []): readonly string[] => {
  const seen = new Set(taken);
  return names.map((name) => {
    const free = [name, ...Array.from({ length: seen.size + 1 }, (_, i) => `${name}${i + 2}`)].find(
      (each) => !seen.has(each),
    );
    seen.add(free ?? name);
    return free ?? name;
  });
};
