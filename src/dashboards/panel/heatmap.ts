import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import { bucketsOf } from '#promql/metric/parts.js';
import { isNative } from '#promql/metric/storage.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { nativeIncrease } from '#promql/vector/native-histogram.js';
import { increase } from '#promql/vector/select.js';
import { type Query, query } from '#dashboards/query.js';
import { type DisplayUnit, displayUnit, shownAs } from '#dashboards/unit.js';
import { type Panel, type PanelSpec, panel } from './panel.js';

export interface HeatmapSpec<V extends LabelValues, U extends Unit> extends PanelSpec {
  readonly histogram: Metric<'histogram', V, U>;
  /** How the observed values are shown at the axis. */
  readonly unit?: DisplayUnit<NoInfer<U>>;
}

const asked = (histogram: Metric<'histogram', LabelValues>): Query<'count'> => {
  const window = '$__rate_interval';
  if (!isNative(histogram.info)) return query(sum(increase(bucketsOf(histogram), window), { by: ['le'] }));
  return { expr: nativeIncrease(histogram, window).expr, unit: 'count', dashed: false };
};

/** How often a histogram observed what: its buckets upwards, time to the right. */
export const heatmap = <V extends LabelValues, U extends Unit>(
  title: string,
  spec: HeatmapSpec<V, U>,
): Panel => {
  return panel('heatmap', title, spec, {
    width: 12,
    height: 8,
    // The unit of a cell; that of the axis is the histogram's.
    unit: displayUnit('count'),
    queries: [asked(spec.histogram)],
    // A native histogram comes as cells of a heatmap; asked for as a heatmap, Grafana would take its cells for rows of buckets.
    asking: { instant: false, format: isNative(spec.histogram.info) ? 'time_series' : 'heatmap' },
    options: {
      calculate: false,
      cellGap: 1,
      cellValues: { unit: displayUnit('count') },
      color: {
        mode: 'scheme',
        scheme: 'Oranges',
        fill: 'dark-orange',
        exponent: 0.5,
        steps: 64,
        reverse: false,
      },
      exemplars: { color: 'rgba(255,0,255,0.7)' },
      filterValues: { le: 1e-9 },
      legend: { show: true },
      rowsFrame: { layout: 'auto' },
      selectionMode: 'x',
      showValue: 'never',
      tooltip: { mode: 'single', showColorScale: true, yHistogram: true },
      yAxis: {
        unit: shownAs(title, spec.histogram.info.unit, spec.unit),
        axisPlacement: 'left',
        reverse: false,
      },
    },
    custom: {
      scaleDistribution: { type: 'linear' },
      hideFrom: { legend: false, tooltip: false, viz: false },
    },
  });
};
