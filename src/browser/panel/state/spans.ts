/** A time in which a series had one value. */
export interface StateSpan {
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
}

/**
 * Times of one value each, of which each lasts until the next; what was nothing is left out.
 * Where they are not merged each sample stands alone.
 */
export const spansOf = (
  times: readonly number[],
  values: readonly unknown[],
  end: number,
  merges: boolean,
): readonly StateSpan[] => {
  const spans: StateSpan[] = [];
  for (const [index, value] of values.entries()) {
    const from = times[index];
    if (from === undefined) continue;
    const to = times[index + 1] ?? end;
    const last = spans.at(-1);
    if (value === null || value === undefined) continue;
    if (merges && last && last.value === value && last.to === from) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, value });
  }
  return spans;
};
