import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { below, refuse } from '#ground/fault.js';
import { aNumber, anything, fields, listOf, truth } from '#ground/shape.js';
import {
  type ExpectedValues,
  expectedFaults,
  expectedProperties,
  expectedQueries,
  expectedShape,
} from './expected.js';
import { type Earlier, earlierShape, withEarlier } from './earlier.js';
import { endFaults } from './scale.js';
import { type Limits, drawing, limitsShape } from '#dashboards/limits.js';
import type { OverrideModel } from '#dashboards/model.js';
import {
  type Query,
  type SeriesColor,
  type Signals,
  mixedFaults,
  queriesOf,
  refId,
} from '#dashboards/query.js';
import { type DisplayUnit, displayUnit, shownAs } from '#dashboards/unit.js';
import { isLabelled, legendOver, tooltip } from './legend.js';
import { type Panel, type PanelSpec, panel } from './panel.js';
import { topFaults, topQueries } from './top.js';

export interface TimeseriesSpec<U extends Unit, R extends Unit> extends PanelSpec {
  /** How values of the unit are shown, where the usual way will not do: `'reqps'`. */
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** The alerts on what is shown: each has its line across the panel. */
  readonly limits?: Limits<NoInfer<U>>;
  /** Where values are in health: grey dashed lines that the legend names, `{ to: percent(1) }`, and the band between two of them. */
  readonly expected?: ExpectedValues<NoInfer<U>>;
  /** Whether it is what is left of a budget: below zero it is overspent, where the line is red, whoever is told of it. */
  readonly budget?: boolean;
  /** What the same was so long ago, dashed and grey: `['1d', '1w']` is the same hour yesterday, and a week ago. */
  readonly earlier?: Earlier;
  /** The end of the axis, where values have one. */
  readonly max?: Limit<NoInfer<U>>;
  /** Series are put on top of each other, so that the whole is seen. */
  readonly stacked?: boolean;
  /** The axis counts by powers of ten, where values lie far apart: how fast a budget burns. What is 0 is not drawn on it. */
  readonly logarithmic?: boolean;
  /** Digits after the point; Grafana chooses, unless given: what stands beside an objective of 99.9% needs 3. */
  readonly decimals?: number;
  /**
   * Of very many series the greatest so many, by what each was at most in the shown range, and what is left together: of one signal with
   * labels, such as routes.
   */
  readonly top?: number;
  /** Queries of another unit, on an axis of their own at the right. */
  readonly right?: readonly [Query<R>, ...(readonly Query<NoInfer<R>>[])];
}

const timeseriesShape = fields(
  {},
  {
    stacked: truth,
    budget: truth,
    logarithmic: truth,
    decimals: aNumber,
    height: aNumber,
    top: aNumber,
    right: listOf(anything),
    expected: expectedShape,
    limits: limitsShape,
    earlier: earlierShape,
  },
);

const of = (index: number, ...properties: OverrideModel['properties'][number][]): OverrideModel => ({
  matcher: { id: 'byFrameRefID', options: refId(index) },
  properties,
});

/** Dashed and unfilled, and part of no stack. */
const heldAgainst: OverrideModel['properties'] = [
  { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
  { id: 'custom.fillOpacity', value: 0 },
  { id: 'custom.stacking', value: { mode: 'none', group: 'A' } },
];

/**
 * Several series of one colour have a shade of it each, by which they are told apart. Grafana has a grey of its own for texts, light where
 * all is dark.
 */
const colored = (each: Query, color: SeriesColor): OverrideModel['properties'][number] => ({
  id: 'color',
  value:
    color === 'grey'
      ? { mode: 'fixed', fixedColor: 'text' }
      : { mode: isLabelled(each) ? 'shades' : 'fixed', fixedColor: color },
});

const onTheRight = ({ unit }: Query): OverrideModel['properties'] => [
  { id: 'unit', value: displayUnit(unit) },
  { id: 'custom.axisPlacement', value: 'right' },
];

/** Values over time, as lines. */
export const timeseries = <
  L extends string,
  U extends Unit,
  R extends Unit = never,
  const T extends string = string,
>(
  title: string,
  spec: TimeseriesSpec<U, R> & Signals<L, U, T>,
): Panel => {
  refuse(`panel '${title}'`, timeseriesShape('', spec));
  const given = queriesOf(spec);
  refuse(`panel '${title}'`, [
    ...(spec.top === undefined ? [] : topFaults(spec.top, given)),
    ...endFaults(given[0].unit, spec.max),
    ...(spec.expected ? expectedFaults(given[0].unit, spec.expected) : []),
    ...(spec.right ? below('right', mixedFaults(spec.right)) : []),
  ]);
  const drawnFirst: readonly [Query, ...Query[]] =
    spec.top === undefined ? given : topQueries(given[0], spec.top);
  const left = withEarlier(drawnFirst, spec.earlier);
  const expected = spec.expected ? expectedQueries(spec.expected) : [];
  const queries: readonly Query[] = [...left, ...expected, ...(spec.right ?? [])];
  const firstRight = left.length + expected.length;
  const drawn = drawing(spec.limits, spec.budget ? left[0].unit : undefined);
  const highest = Math.max(...drawn.lines.map(({ limit }) => limit.value));
  // Ten names and what is left stand beside what is drawn.
  const width = spec.top === undefined ? 12 : 24;
  return panel('timeseries', title, spec, {
    width,
    height: spec.top === undefined ? 8 : 10,
    unit: shownAs(title, given[0].unit, spec.unit),
    queries,
    drawing: drawn,
    // Grafana draws no line at a transparent step, and fills on the other side of it.
    good: 'transparent',
    options: { legend: legendOver(queries, spec.width ?? width), tooltip },
    defaults: {
      color: { mode: 'palette-classic' },
      ...(spec.max && { max: spec.max.value }),
      ...(spec.decimals !== undefined && { decimals: spec.decimals }),
    },
    custom: {
      drawStyle: 'line',
      lineWidth: 1,
      fillOpacity: spec.stacked ? 30 : 10,
      showPoints: 'never',
      spanNulls: false,
      stacking: { mode: spec.stacked ? 'normal' : 'none', group: 'A' },
      ...(spec.logarithmic ? { scaleDistribution: { type: 'log', log: 10 } } : { axisSoftMin: 0 }),
      // The line is seen even when all is well, and over a limit of none the first one.
      ...(drawn.lines.length > 0 && { axisSoftMax: highest === 0 ? 1 : highest }),
      thresholdsStyle: { mode: drawn.lines.length > 0 ? 'line' : 'off' },
    },
    overrides: queries.flatMap((each, i) => {
      const properties = [
        ...(each.dashed ? heldAgainst : []),
        ...(each.color ? [colored(each, each.color)] : []),
        ...(spec.expected && i >= left.length && i < firstRight
          ? expectedProperties(spec.expected, i - left.length)
          : []),
        ...(i >= firstRight ? onTheRight(each) : []),
      ];
      return properties.length > 0 ? [of(i, ...properties)] : [];
    }),
  });
};
