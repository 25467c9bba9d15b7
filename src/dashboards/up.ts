import type { AlertOn } from './limits.js';
import { type Mapped, upOrDown } from './mapping.js';
import type { PanelSpec } from './panel/panel.js';
import { visualization } from './panel/own.js';
import type { Query } from './query.js';

/** A bar for each series, in which equal values that follow one another are one. */
const bars = visualization('state-timeline', {
  options: {
    mergeValues: true,
    showValue: 'auto',
    alignValue: 'left',
    rowHeight: 0.8,
    legend: { showLegend: false, displayMode: 'list', placement: 'bottom' },
    tooltip: { mode: 'single', sort: 'none' },
  },
  custom: { lineWidth: 0, fillOpacity: 70 },
  drawsLimits: true,
});

/** What is up, and the alerts on it. */
export interface UpSpec extends PanelSpec {
  /** Each with its name: 1 while it is up, 0 while it is not. */
  readonly queries: readonly [Query<'boolean'>, ...Query<'boolean'>[]];
  readonly limits?: readonly AlertOn<'boolean'>[];
  /** What 0 and 1 are called, where it is not DOWN and UP. */
  readonly values?: Mapped;
}

/** Rows of 30 pixels that a bar takes, and those of the title and of the axis. */
const [bar, frame] = [1, 2];

/**
 * Whether several things are up, over time: a bar for each, which says UP or DOWN in words too, so that it is seen which of them went first, and for how
 * long. It is as high as there are bars.
 */
export const upPanel = (title: string, { limits = [], queries, values = upOrDown, ...spec }: UpSpec) =>
  bars(title, { height: frame + bar * queries.length, ...spec, queries, values, limits });
