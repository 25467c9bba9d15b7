import { refuse } from '#ground/fault.js';
import { fields } from '#ground/shape.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Limits, drawing, limitsShape } from '#dashboards/limits.js';
import type { Options } from '#dashboards/model.js';
import { type Signals, queriesOf } from '#dashboards/query.js';
import { type DisplayUnit, shownAs } from '#dashboards/unit.js';
import type { Line } from '#dashboards/threshold.js';
import type { Ends } from './dial.js';
import { type Panel, type PanelSpec, panel } from './panel.js';
import { type Scale, fullFaults, scale } from './scale.js';

export interface FillingSpec<U extends Unit> extends PanelSpec {
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** The alerts at whose limits the gauge changes its colour. */
  readonly limits?: Limits<NoInfer<U>>;
  /** Digits after the point; Grafana chooses, unless given. An increase is extrapolated, so of things that are whole give 0. */
  readonly decimals?: number;
  /** Shown when there is no series. */
  readonly noValue?: string;
}

const fillingShape = fields({}, { limits: limitsShape });

/** A kind of panel that shows how full each series is now. */
export const filling =
  <K extends 'gauge' | 'bargauge'>(
    kind: K,
    options: Options[K],
    /** What of shares it shows, where nobody says when it is full; from nothing to all unless given. */
    ofShares?: (lines: readonly Line[]) => Ends,
  ) =>
  <L extends string, U extends Unit, const T extends string = string>(
    title: string,
    spec: FillingSpec<U> & Signals<L, U, T> & Scale<U>,
  ): Panel => {
    refuse(`panel '${title}'`, fillingShape('', spec));
    const queries = queriesOf(spec);
    refuse(`panel '${title}'`, fullFaults(queries[0].unit, spec.max));
    const drawn = drawing(spec.limits);
    return panel(kind, title, spec, {
      width: 8,
      height: 8,
      unit: shownAs(title, queries[0].unit, spec.unit),
      queries,
      asking: { instant: true, format: 'time_series' },
      drawing: drawn,
      options,
      defaults: {
        color: { mode: 'thresholds' },
        ...(spec.max === undefined && ofShares ? ofShares(drawn.lines) : scale(spec.max)),
        ...(spec.decimals !== undefined && { decimals: spec.decimals }),
        ...(spec.noValue !== undefined && { noValue: spec.noValue }),
      },
    });
  };
