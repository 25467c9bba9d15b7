/** What is said of a column's width, in pixels. */
export interface Wish {
  readonly width: number | undefined;
  readonly leastWidth: number;
}

/** How wide columns are: as they wish, and what is left of the room in equal parts; wider than the room where that is too little. */
export const widthsOf = (wishes: readonly Wish[], room: number): readonly number[] => {
  const fixed = wishes.reduce((sum, { width = 0 }) => sum + width, 0);
  const free = wishes.filter(({ width }) => width === undefined);
  const share = Math.floor((room - fixed) / Math.max(1, free.length));
  return wishes.map(({ width, leastWidth }) => width ?? Math.max(leastWidth, share));
};
