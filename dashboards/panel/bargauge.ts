import type { Unit } from '../../promql/unit/unit.js';
import { type Signals, queriesOf } from '../query.js';
import { displayUnit } from '../unit.js';
import { drawing } from '../limits.js';
import type { GaugeSpec } from './gauge.js';
import { legend } from './legend.js';
import { type Panel, panel } from './panel.js';
import { presentValue } from './reduce.js';
import { type Scale, scale } from './scale.js';

/** How full many things are, one bar per series. */
export const bargauge = <L extends string, U extends Unit>(
  title: string,
  spec: GaugeSpec<U> & Signals<L, U> & Scale<U>,
): Panel => {
  const queries = queriesOf(spec);
  return panel('bargauge', title, spec, {
    width: 8,
    height: 8,
    unit: spec.unit ?? displayUnit(queries[0].unit),
    queries,
    asking: { instant: true, format: 'time_series' },
    drawing: drawing(spec.limits),
    options: {
      reduceOptions: presentValue,
      displayMode: 'basic',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
      // Every bar has its name.
      legend: { ...legend, showLegend: false },
      orientation: 'horizontal',
    },
    defaults: {
      color: { mode: 'thresholds' },
      ...scale(spec.max),
      ...(spec.noValue !== undefined && { noValue: spec.noValue }),
    },
  });
};
