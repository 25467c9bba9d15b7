interface Spark {
  readonly line: string;
  readonly area: string;
}

const placed = (value: number, from: number, to: number, length: number): number =>
  to === from ? length / 2 : ((value - from) / (to - from)) * length;

/**
 * The paths of SVG of a small line over time: `y` grows downwards, gaps are left out.
 * `bounds` are those of the field where it has some.
 */
export const sparkOf = (
  times: readonly number[],
  values: readonly (number | null | undefined)[],
  room: { readonly width: number; readonly height: number },
  bounds: { readonly min?: number | null | undefined; readonly max?: number | null | undefined } = {},
): Spark | undefined => {
  const points = values.flatMap((value, index) => {
    const at = times[index];
    return typeof value === 'number' && Number.isFinite(value) && at !== undefined ? [{ at, value }] : [];
  });
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return undefined;
  const own = points.map(({ value }) => value);
  const low = bounds.min ?? Math.min(...own);
  const high = bounds.max ?? Math.max(...own);
  const inset = 2;
  const line = points
    .map(({ at, value }, index) => {
      const x = placed(at, first.at, last.at, room.width);
      const y = room.height - inset - placed(value, low, high, room.height - 2 * inset);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
  return { line, area: `${line}L${room.width} ${room.height}L0 ${room.height}Z` };
};
