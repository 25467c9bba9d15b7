export type Values = readonly (number | null | undefined)[];

/** What may be stacked on others: those of one group are, in their order. */
interface Stackable {
  /** Left out where it stands alone. */
  readonly group?: string;
  readonly isPercent: boolean;
  readonly values: Values;
}

interface Stacked {
  /** In the order of what was given: where the upper edge of each is. */
  readonly values: readonly Values[];
  /** Which one lies on which, by their index in what was given. */
  readonly bands: readonly (readonly [upper: number, lower: number])[];
}

const totals = (of: readonly Stackable[]): readonly number[] => {
  const longest = Math.max(0, ...of.map(({ values }) => values.length));
  return Array.from({ length: longest }, (_, at) =>
    of.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  );
};

/** Series stacked on each other by groups; shares of their sum where they are of the mode of percent. A gap stays a gap, and adds nothing. */
export const stacked = (given: readonly Stackable[]): Stacked => {
  const sums = new Map<string, number[]>();
  const below = new Map<string, number>();
  const wholes = new Map<string, readonly number[]>();
  const bands: (readonly [number, number])[] = [];
  const values = given.map(({ group, isPercent, values: own }, index): Values => {
    if (group === undefined) return own;
    const sum = sums.get(group) ?? own.map(() => 0);
    sums.set(group, sum);
    const whole = isPercent
      ? (wholes.get(group) ?? totals(given.filter((other) => other.group === group)))
      : undefined;
    if (whole) wholes.set(group, whole);
    const lower = below.get(group);
    if (lower !== undefined) bands.push([index, lower]);
    below.set(group, index);
    return own.map((value, at) => {
      if (value === null || value === undefined) return value;
      const part = whole ? (whole[at] === 0 ? 0 : value / (whole[at] ?? 1)) : value;
      const top = (sum[at] ?? 0) + part;
      sum[at] = top;
      return top;
    });
  });
  return { values, bands };
};
