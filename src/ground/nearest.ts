/** How many letters must be added, dropped or changed to turn one row of letters into another (Levenshtein), row by row of the first. */
const distance = (letters: readonly string[], others: readonly string[]): number => {
  let above = [...Array(others.length + 1).keys()];
  letters.forEach((letter, i) => {
    const row = [i + 1];
    others.forEach((other, j) => {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    });
    above = row;
  });
  return above[others.length] ?? others.length;
};

const lettersOf = (name: string): readonly string[] => Array.from(name.toLowerCase());

/** The name that was probably meant by `wanted`; undefined when none is near: two letters, or a third of a long word. */
export const nearest = (wanted: string, names: readonly string[]): string | undefined => {
  const letters = lettersOf(wanted);
  const far = Math.max(2, wanted.length / 3);
  const [best] = names
    .map((name) => ({ name, others: lettersOf(name) }))
    // As many letters at least as one is longer: most names are told apart by that, and all values are looked at so.
    .filter(({ others }) => Math.abs(others.length - letters.length) <= far)
    .map(({ name, others }) => ({ name, away: distance(letters, others) }))
    .sort((a, b) => a.away - b.away);
  return best !== undefined && best.away <= far ? best.name : undefined;
};

/** What to write in the place of a name that is none of these. */
export const instead = (wanted: string, names: readonly string[]): string => {
  const meant = nearest(wanted, names);
  return meant === undefined ? `write one of: ${names.join(', ')}` : `write ${meant}`;
};
