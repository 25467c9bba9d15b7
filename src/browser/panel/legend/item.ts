/** A value beside a name in a legend: `Max` `1.2 s`. */
export interface Calculated {
  readonly title: string;
  readonly text: string;
  readonly numeric: number;
}

export interface LegendItem {
  readonly name: string;
  readonly colour: string;
  readonly isHidden: boolean;
  readonly isDashed: boolean;
  /** Drawn on the axis at the right. */
  readonly isRight: boolean;
  readonly calculated: readonly Calculated[];
}

export interface Order {
  /** The title of a column, or `Name`. */
  readonly by: string;
  readonly isDescending: boolean;
}

const numericOf = (item: LegendItem, by: string): number | undefined =>
  item.calculated.find(({ title }) => title.toLowerCase() === by.toLowerCase())?.numeric;

/** Items by a column, those that have no value there at the end; as they are where nothing is asked for. */
export const ordered = (items: readonly LegendItem[], order: Order | undefined): readonly LegendItem[] => {
  if (!order) return items;
  const sign = order.isDescending ? -1 : 1;
  const isByName = !items.some((item) => numericOf(item, order.by) !== undefined);
  if (isByName && order.by.toLowerCase() !== 'name') return items;
  return [...items].sort((a, b) => {
    if (isByName) return sign * a.name.localeCompare(b.name, undefined, { numeric: true });
    const [left, right] = [numericOf(a, order.by) ?? NaN, numericOf(b, order.by) ?? NaN];
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  });
};
