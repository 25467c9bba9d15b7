/** How many letters must be added, dropped or changed to turn `a` into `b` (Levenshtein), row by row of the letters of `a`. */
const distance = (a: string, b: string): number => {
  const others = Array.from(b);
  let above = [...Array(others.length + 1).keys()];
  Array.from(a).forEach((letter, i) => {
    const row = [i + 1];
    others.forEach((other, j) => {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    });
    above = row;
  });
  return above[others.length] ?? others.length;
};

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
