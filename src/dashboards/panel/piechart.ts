import type { Unit } from '#promql/unit/unit.js';
import { type Signals, queriesOf } from '#dashboards/query.js';
import { type DisplayUnit, shownAs } from '#dashboards/unit.js';
import { legend, tooltip } from './legend.js';
import { type Panel, type PanelSpec, panel } from './panel.js';
import { presentValue } from './reduce.js';

export interface PiechartSpec<U extends Unit> extends PanelSpec {
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** Digits after the point; Grafana chooses, unless given. An increase is extrapolated, so of things that are whole give 0. */
  readonly decimals?: number;
  /** Colours of slices whose meaning has one, by their legend: `{ '5xx': 'red' }`. */
  readonly colors?: Readonly<Record<string, string>>;
}

/** Shares of a whole, one slice per series. */
export const piechart = <L extends string, U extends Unit, const T extends string = string>(
  title: string,
  spec: PiechartSpec<U> & Signals<L, U, T>,
): Panel => {
  const queries = queriesOf(spec);
  return panel('piechart', title, spec, {
    width: 8,
    height: 8,
    unit: shownAs(title, queries[0].unit, spec.unit),
    queries,
    asking: { instant: true, format: 'time_series' },
    options: {
      reduceOptions: presentValue,
      pieType: 'donut',
      displayLabels: ['percent'],
      legend: { ...legend, placement: 'right', displayMode: 'table', values: ['value', 'percent'] },
      tooltip,
      orientation: 'auto',
    },
    defaults: {
      color: { mode: 'palette-classic' },
      ...(spec.decimals !== undefined && { decimals: spec.decimals }),
    },
    overrides: Object.entries(spec.colors ?? {}).map(([legend, fixedColor]) => ({
      matcher: { id: 'byName', options: legend },
      properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
    })),
    custom: { hideFrom: { legend: false, tooltip: false, viz: false } },
  });
};
