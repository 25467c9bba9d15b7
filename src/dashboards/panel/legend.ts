import type { LegendModel, TooltipModel } from '#dashboards/model.js';

/** A legend under the panel. */
export const legend: LegendModel = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };

/** All series at the moment under the cursor, the greatest first. */
export const tooltip: TooltipModel = { mode: 'multi', sort: 'desc' };
