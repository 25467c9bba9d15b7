import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';

/** Columns of Grafana's grid, and of that before Grafana 5, which had no rows in pixels of its own. */
const [columns, formerColumns] = [24, 12];

/** Rows of the grid in a height of before, `250px` or 250: each is 30 pixels and 8 between, https://github.com/grafana/grafana/blob/main/public/app/core/constants.ts. */
const rowsIn = (height: unknown): number => {
  const pixels = typeof height === 'string' ? Number(height.replace('px', '')) : Number(height ?? 250);
  return Math.max(3, Math.ceil((Number.isFinite(pixels) ? pixels : 250) / (30 + 8)));
};

interface Placed {
  readonly panels: readonly Json[];
  readonly bottom: number;
}

/** Panels of a row of before, beside each other as their spans say, and below where they do not fit. */
const placed = (panels: readonly Json[], height: number, top: number): Placed => {
  const result: Json[] = [];
  let [x, y] = [0, top];
  for (const panel of panels) {
    const span = numberAt(panel, 'span') ?? 4;
    const w = Math.min(columns, Math.max(1, Math.floor((span * columns) / formerColumns)));
    if (x + w > columns) [x, y] = [0, y + height];
    const own = panel['height'] === undefined ? height : rowsIn(panel['height']);
    const { span: _span, height: _height, ...rest } = panel;
    result.push({ ...rest, gridPos: { x, y, w, h: own } });
    x += w;
  }
  return { panels: result, bottom: panels.length === 0 ? top : y + height };
};

/**
 * The panels of a dashboard as Grafana 5 and newer have them. Before, they stood in rows: those become rows of now where one of them has a
 * title that is shown, is closed or repeated, as Grafana's own migration has it (upgradeToGridLayout).
 */
export const panelsOf = (model: Json): readonly Json[] => {
  const rows = listAt(model, 'rows').filter(isObject);
  if (rows.length === 0) return listAt(model, 'panels').filter(isObject);
  const hasRows = rows.some(
    (row) => isTrueAt(row, 'collapse') || isTrueAt(row, 'showTitle') || (textAt(row, 'repeat') ?? '') !== '',
  );
  let top = 0;
  return rows.flatMap((row) => {
    const panels = listAt(row, 'panels').filter(isObject);
    const start = hasRows ? top + 1 : top;
    const inside = placed(panels, rowsIn(row['height']), start);
    const repeat = textAt(row, 'repeat') ?? '';
    const isClosed = isTrueAt(row, 'collapse');
    const heading: Json = {
      type: 'row',
      title: textAt(row, 'title') ?? '',
      collapsed: isClosed,
      gridPos: { x: 0, y: top, w: columns, h: 1 },
      panels: isClosed ? inside.panels : [],
      ...(repeat !== '' && { repeat }),
    };
    top = isClosed ? start : inside.bottom;
    if (!hasRows) return inside.panels;
    return isClosed ? [heading] : [heading, ...inside.panels];
  });
};
