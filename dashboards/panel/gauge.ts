import type { Unit } from '../../promql/unit/unit.js';
import { type Limits, drawing } from '../limits.js';
import { type Signals, queriesOf } from '../query.js';
import { type DisplayUnit, displayUnit } from '../unit.js';
import { type Panel, type PanelSpec, panel } from './panel.js';
import { presentValue } from './reduce.js';
import { type Scale, scale } from './scale.js';

export interface GaugeSpec<U extends Unit> extends PanelSpec {
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** Where the gauge changes its colour. */
  readonly limits?: Limits<NoInfer<U>>;
  /** Shown when there is no series. */
  readonly noValue?: string;
}

/** How full something is, one dial per series. */
export const gauge = <L extends string, U extends Unit>(
  title: string,
  spec: GaugeSpec<U> & Signals<L, U> & Scale<U>,
): Panel => {
  const queries = queriesOf(spec);
  return panel('gauge', title, spec, {
    width: 8,
    height: 8,
    unit: spec.unit ?? displayUnit(queries[0].unit),
    queries,
    asking: { instant: true, format: 'time_series' },
    drawing: drawing(spec.limits),
    options: {
      reduceOptions: presentValue,
      showThresholdLabels: false,
      showThresholdMarkers: true,
      sizing: 'auto',
      minVizWidth: 75,
      minVizHeight: 75,
      orientation: 'auto',
    },
    defaults: {
      color: { mode: 'thresholds' },
      ...scale(spec.max),
      ...(spec.noValue !== undefined && { noValue: spec.noValue }),
    },
  });
};
