export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** How several values stand in a panel. `auto` takes the rows and columns in which each has the most room. */
type Arrangement = 'auto' | 'horizontal' | 'vertical';

const cells = (
  { width, height }: Room,
  columns: number,
  rows: number,
  count: number,
  gap: number,
): readonly Cell[] => {
  const high = (height - gap * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    // The last row is filled by what is left for it.
    const inRow = row === rows - 1 ? count - columns * (rows - 1) : columns;
    const wide = (width - gap * (inRow - 1)) / inRow;
    return { x: (index % columns) * (wide + gap), y: row * (high + gap), width: wide, height: high };
  });
};

/** The number of columns at which the shorter side of a cell is longest. */
const columnsFor = ({ width, height }: Room, count: number, gap: number): number => {
  const shorter = (columns: number): number => {
    const rows = Math.ceil(count / columns);
    return Math.min((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows);
  };
  return Array.from({ length: count }, (_, index) => index + 1).reduce(
    (best, columns) => (shorter(columns) > shorter(best) + 0.5 ? columns : best),
    1,
  );
};

/** Where each of some values stands in a panel, in pixels. */
export const gridOf = (room: Room, count: number, arrangement: Arrangement, gap: number): readonly Cell[] => {
  if (count === 0) return [];
  const columns = { horizontal: 1, vertical: count, auto: columnsFor(room, count, gap) }[arrangement];
  return cells(room, columns, Math.ceil(count / columns), count, gap);
};
