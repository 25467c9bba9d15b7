/** How many letters must be added, dropped or changed to turn `a` into `b` (Levenshtein). */
const distance = (a: string, b: string): number =>
  Array.from(a)
    .reduce<readonly number[]>(
      (above, letter, i) =>
        Array.from(b).reduce<number[]>(
          (row, other, j) => {
            const [change = 0, drop = 0] = above.slice(j);
            row.push(Math.min(change + (letter === other ? 0 : 1), drop + 1, (row[j] ?? 0) + 1));
            return row;
          },
          [i + 1],
        ),
      [...Array(b.length + 1).keys()],
    )
    .at(-1) ?? b.length;

/** The name that was probably meant by `wanted`; undefined when none is near: two letters, or a third of a long word. */
export const nearest = (wanted: string, names: readonly string[]): string | undefined => {
  const away = (name: string) => distance(wanted.toLowerCase(), name.toLowerCase());
  const [best] = names.map((name) => ({ name, away: away(name) })).sort((a, b) => a.away - b.away);
  return best !== undefined && best.away <= Math.max(2, wanted.length / 3) ? best.name : undefined;
};

/** What to write in the place of a name that is none of these. */
export const instead = (wanted: string, names: readonly string[]): string => {
  const meant = nearest(wanted, names);
  return meant === undefined ? `write one of: ${names.join(', ')}` : `write ${meant}`;
};
