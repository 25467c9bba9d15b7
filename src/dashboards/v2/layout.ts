import type { PanelModel, RowModel } from '#dashboards/model.js';
import type { GridItemV2, GridV2, RowV2, RowsV2 } from './model.js';
import { elementName } from './panel.js';

type Placed = PanelModel | RowModel;

export const isRow = (placed: Placed): placed is RowModel => placed.type === 'row';

const repeatOf = ({ repeat, repeatDirection, maxPerRow }: PanelModel): Pick<GridItemV2['spec'], 'repeat'> =>
  repeat === undefined
    ? {}
    : {
        repeat: {
          mode: 'variable',
          value: repeat,
          ...(repeatDirection !== undefined && { direction: repeatDirection }),
          ...(maxPerRow !== undefined && { maxPerRow }),
        },
      };

/** Panels at their places, counted from the first row of their grid. */
const grid = (panels: readonly PanelModel[], top: number): GridV2 => ({
  kind: 'GridLayout',
  spec: {
    items: panels.map((panel) => ({
      kind: 'GridLayoutItem',
      spec: {
        x: panel.gridPos?.x ?? 0,
        y: (panel.gridPos?.y ?? 0) - top,
        width: panel.gridPos?.w ?? 0,
        height: panel.gridPos?.h ?? 0,
        element: { kind: 'ElementReference', name: elementName(panel) },
        ...repeatOf(panel),
      },
    })),
  },
});

const topOf = (panels: readonly PanelModel[]): number =>
  panels.length === 0 ? 0 : Math.min(...panels.map(({ gridPos }) => gridPos?.y ?? 0));

/** A heading with what stands below it; panels before the first have a row whose heading is hidden. */
const row = (heading: RowModel | undefined, panels: readonly PanelModel[]): RowV2 => ({
  kind: 'RowsLayoutRow',
  spec: {
    title: heading?.title ?? '',
    collapse: heading?.collapsed ?? false,
    ...(heading === undefined && { hideHeader: true }),
    ...(heading?.repeat !== undefined && { repeat: { mode: 'variable', value: heading.repeat } }),
    layout: grid(panels, topOf(panels)),
  },
});

/** Headings, each with the panels that follow it, inside it while it is closed and beside it while it is open. */
const rowsOf = (placed: readonly Placed[]): readonly RowV2[] => {
  const found: { readonly heading?: RowModel; readonly panels: PanelModel[] }[] = [];
  for (const each of placed) {
    if (isRow(each)) found.push({ heading: each, panels: [...panelsOfRow(each)] });
    else if (found.length === 0) found.push({ panels: [each] });
    else found.at(-1)?.panels.push(each);
  }
  return found.map(({ heading, panels }) => row(heading, panels));
};

const panelsOfRow = ({ panels }: RowModel): readonly PanelModel[] => panels;

/** Every panel, wherever it stands. */
export const panelsOf = (placed: readonly Placed[]): readonly PanelModel[] =>
  placed.flatMap((each) => (isRow(each) ? panelsOfRow(each) : [each]));

/** Where the panels stand: on one grid, or in rows where there is a heading. */
export const layoutV2 = (placed: readonly Placed[]): GridV2 | RowsV2 =>
  placed.some(isRow)
    ? { kind: 'RowsLayout', spec: { rows: rowsOf(placed) } }
    : grid(panelsOf(placed), topOf(panelsOf(placed)));
