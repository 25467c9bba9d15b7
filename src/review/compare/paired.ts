/** What of a list is there before and after, by a key. */
interface Paired<T> {
  readonly both: readonly (readonly [before: T, after: T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

export const paired = <T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (each: T) => string,
): Paired<T> => {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  const is = new Set(after.map(keyOf));
  return {
    both: after.flatMap((each): readonly (readonly [T, T])[] => {
      const earlier = was.get(keyOf(each));
      return earlier === undefined ? [] : [[earlier, each]];
    }),
    gone: before.filter((each) => !is.has(keyOf(each))),
    come: after.filter((each) => !was.has(keyOf(each))),
  };
};

/** Texts of a list that another lacks. */
export const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((each) => !others.includes(each));
