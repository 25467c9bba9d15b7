import type { Panel } from './panel.js';

/** How many series a panel shows, where that is known before anybody is asked: none of its queries names a label. */
export const seriesOf = ({ queries }: Pick<Panel, 'queries'>): number | undefined =>
  queries.some(({ legend = '' }) => legend.includes('{{')) ? undefined : queries.length;

/** Columns that a number with its unit and name fills on a wide screen, or with the way there behind it. */
const perNumber = 6;
const perSparkline = 8;

/** Columns over which a single line is as well read as over more. */
const perLine = 16;

/**
 * The columns beyond which a panel shows no more than before: a stat has as many as its numbers fill, and a single line does not need a whole
 * screen. Undefined of all others, and of those that may show any number of series.
 */
export const mostColumns = (panel: Panel): number | undefined => {
  const series = seriesOf(panel);
  if (panel.drawn !== undefined || series === undefined) return undefined;
  if (panel.kind === 'timeseries') return series === 1 ? perLine : undefined;
  if (panel.kind !== 'stat') return undefined;
  const { options } = panel;
  const hasSparkline = 'graphMode' in options && options.graphMode === 'area';
  return series * (hasSparkline ? perSparkline : perNumber);
};
