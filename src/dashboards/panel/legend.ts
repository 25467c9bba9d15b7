import type { LegendModel, TooltipModel } from '#dashboards/model.js';
import type { Query } from '#dashboards/query.js';

/** A legend under the panel. */
export const legend: LegendModel = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };

/** Whether a query has a series for each value of a label, as its legend says by naming one: `{{pod}}`. */
export const isLabelled = ({ legend = '' }: Query): boolean => legend.includes('{{');

/** Whether several series are drawn; what they are held against is told by its line. */
const areSeveral = (queries: readonly Query[]): boolean => {
  const drawn = queries.filter(({ dashed }) => !dashed);
  return drawn.length > 1 || drawn.some(isLabelled);
};

/** From this width on, of 24, a table of names has room beside what is drawn. */
const wide = 18;

/**
 * The legend of values over time: of several series a table, which says each name once, with what it was last and at most, the greatest
 * first, for below a panel there is room for few; beside them where the panel is wide. Where there is only one, its axis says it.
 */
export const legendOver = (queries: readonly Query[], width: number): LegendModel =>
  areSeveral(queries)
    ? {
        ...legend,
        displayMode: 'table',
        placement: width >= wide ? 'right' : 'bottom',
        calcs: ['lastNotNull', 'max'],
        sortBy: 'Max',
        sortDesc: true,
      }
    : legend;

/** All series at the moment under the cursor, the greatest first. */
export const tooltip: TooltipModel = { mode: 'multi', sort: 'desc' };
