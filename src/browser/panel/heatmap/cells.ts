/** Columns of counts over time, one row for each bucket, the lowest first. */
export interface Histogram {
  /** In milliseconds since 1970: each cell ends there. */
  readonly times: readonly number[];
  readonly rows: readonly {
    readonly bound: string;
    readonly values: readonly (number | null | undefined)[];
  }[];
}

export interface HeatCell {
  /** Where it begins and ends, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly value: number;
}

/** How long a cell lasts: the shortest time between two of them. */
export const cellLength = (times: readonly number[], fallback: number): number => {
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const positive = steps.filter((step) => step > 0);
  return positive.length > 0 ? Math.min(...positive) : fallback;
};

/** The cells of a histogram that have more than `least`. */
export const cellsOf = ({ times, rows }: Histogram, length: number, least: number): readonly HeatCell[] =>
  rows.flatMap(({ values }, row) =>
    values.flatMap((value, index) => {
      const to = times[index];
      if (typeof value !== 'number' || !(value > least) || to === undefined) return [];
      return [{ from: to - length, to, row, value }];
    }),
  );

/** The least and the most of cells, which have the first and the last colour. */
export const extentOf = (
  cells: readonly HeatCell[],
  bounds: { readonly min?: number | undefined; readonly max?: number | undefined },
): readonly [min: number, max: number] => {
  let [low, high] = [Infinity, -Infinity];
  for (const { value } of cells) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const min = bounds.min ?? (cells.length === 0 ? 0 : low);
  const max = bounds.max ?? (cells.length === 0 ? 1 : high);
  return max > min ? [min, max] : [min, min + 1];
};

/** Which of some colours a value has. */
export const colourIndex = (value: number, [min, max]: readonly [number, number], count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(((value - min) / (max - min)) * count)));
