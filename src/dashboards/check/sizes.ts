import type { Fault } from '#ground/fault.js';
import { type Size, columns } from '#dashboards/layout.js';
import { seriesOf } from '#dashboards/panel/needed.js';
import type { Panel } from '#dashboards/panel/panel.js';

/** Cells of the grid, of about 60 × 30 pixels each, that a stat may have: for its first number, and for each further one. */
const cells = { first: 48, further: 24, sparkline: 24 };

const mostCells = ({ options }: Panel, series: number): number =>
  cells.first +
  cells.further * (series - 1) +
  ('graphMode' in options && options.graphMode === 'area' ? cells.sparkline : 0);

/**
 * What takes more of a screen than it fills, at a size: a stat of a few numbers, or a single line over the whole width. Nothing is said of a
 * panel of which nobody knows how many series it will have.
 */
export const sizeFaults = (panel: Panel, { width, height }: Size = panel): readonly Fault[] => {
  const series = seriesOf(panel);
  if (series === undefined || series === 0) return [];
  const fault = (why: string, cure: string): readonly Fault[] => [
    { where: '', what: '', code: 'wider-than-needed', why, cure },
  ];
  if (panel.kind === 'stat' && width * height > mostCells(panel, series))
    return fault(
      `${series === 1 ? 'one number has' : `${series} numbers have`} ${width} × ${height} of the grid`,
      'make it smaller, or put it beside what needs the room',
    );
  return panel.kind === 'timeseries' && series === 1 && width === columns
    ? fault(`one line goes over all ${columns} columns`, 'put it beside another panel: width: 12')
    : [];
};
