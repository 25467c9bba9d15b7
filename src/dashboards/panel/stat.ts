import { refuse } from '#ground/fault.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Limits, drawing, limitsShape } from '#dashboards/limits.js';
import { aNumber, fields, text, truth } from '#ground/shape.js';
import { type Mapped, mappedShape, mappings } from '#dashboards/mapping.js';
import type { Size } from '#dashboards/layout.js';
import { type Query, type Signals, queriesOf } from '#dashboards/query.js';
import { type DisplayUnit, shownAs } from '#dashboards/unit.js';
import { type Panel, type PanelSpec, panel } from './panel.js';
import { seriesOf } from './needed.js';
import { presentValue } from './reduce.js';

export interface StatSpec<U extends Unit> extends PanelSpec {
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** The alerts on it: the number is shown in the colour of the one whose limit it crosses. */
  readonly limits?: Limits<NoInfer<U>>;
  /** Whether it is what is left of a budget: below zero it is overspent, and red, whoever is told of it. */
  readonly budget?: boolean;
  /** Words and colours for single values: `{ 0: { text: 'down', color: 'red' } }`. */
  readonly values?: Mapped;
  /** Digits after the point; Grafana chooses, unless given. An increase is extrapolated, so of things that are whole give 0. */
  readonly decimals?: number;
  /** Shown when there is no series: what silence means here. */
  readonly noValue?: string;
  /** The way there, drawn behind the number. */
  readonly sparkline?: boolean;
}

const statShape = fields(
  {},
  {
    decimals: aNumber,
    noValue: text,
    sparkline: truth,
    budget: truth,
    values: mappedShape,
    limits: limitsShape,
  },
);

/** One number needs little room; several stand beside each other. */
const sizeOf = (queries: readonly Query[]): Size =>
  seriesOf({ queries }) === 1 ? { width: 6, height: 4 } : { width: 8, height: 4 };

/** One number per series, large. */
export const stat = <L extends string, U extends Unit, const T extends string = string>(
  title: string,
  spec: StatSpec<U> & Signals<L, U, T>,
): Panel => {
  refuse(`panel '${title}'`, statShape('', spec));
  const queries = queriesOf(spec);
  return panel('stat', title, spec, {
    ...sizeOf(queries),
    unit: shownAs(title, queries[0].unit, spec.unit),
    queries,
    asking: { instant: !spec.sparkline, format: 'time_series' },
    drawing: drawing(spec.limits, spec.budget ? queries[0].unit : undefined),
    options: {
      reduceOptions: presentValue,
      colorMode: 'value',
      graphMode: spec.sparkline ? 'area' : 'none',
      textMode: 'auto',
      justifyMode: 'auto',
      orientation: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
    },
    defaults: {
      color: { mode: 'thresholds' },
      ...mappings(spec.values),
      ...(spec.decimals !== undefined && { decimals: spec.decimals }),
      ...(spec.noValue !== undefined && { noValue: spec.noValue }),
    },
  });
};
