const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_:.]+/gu) ?? [];

/** How alike two texts are, from 0 to 1: twice what words they share of all that both have. */
export const likeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const [a, b] = [tokensOf(one), tokensOf(other)];
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of a) {
    const rest = left.get(token) ?? 0;
    if (rest === 0) continue;
    shared += 1;
    left.set(token, rest - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
};

/** The pairs of two lists that are alike enough, each in one pair at most, the likest first. */
export const likest = <T>(
  some: readonly T[],
  others: readonly T[],
  likenessOf: (one: T, other: T) => number,
  least: number,
): readonly (readonly [T, T])[] => {
  const candidates = some
    .flatMap((one) => others.map((other) => ({ one, other, alike: likenessOf(one, other) })))
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.alike - a.alike);
  const taken = new Set<T>();
  return candidates.flatMap(({ one, other }): readonly (readonly [T, T])[] => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
};
