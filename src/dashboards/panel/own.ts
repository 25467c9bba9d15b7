import { type Fault, refuse } from '#ground/fault.js';
import { aNumber, exactly, oneOf, truth } from '#ground/shape.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Limits, drawing, limitsShape } from '#dashboards/limits.js';
import { type Mapped, mappedShape, mappings } from '#dashboards/mapping.js';
import { type OwnOptions, panelKinds } from '#dashboards/model.js';
import { type Signals, queriesOf } from '#dashboards/query.js';
import { type DisplayUnit, shownAs } from '#dashboards/unit.js';
import { options } from './options-shape.js';
import { type Asking, type Panel, type PanelSpec, panel } from './panel.js';
import { endFaults } from './scale.js';

const formats = ['time_series', 'table', 'heatmap'] as const satisfies readonly Asking['format'][];

/** A kind of panel that has no word here: one of Grafana, `state-timeline`, or of a plugin that is installed there. */
export interface Visualization<D extends boolean = boolean> {
  /** What all panels of the kind have, as Grafana's JSON calls it. */
  readonly options?: OwnOptions;
  /** The same for each field: `fieldConfig.defaults.custom`. */
  readonly custom?: OwnOptions;
  /** Whether it shows the present; the shown range unless given. */
  readonly instant?: boolean;
  /** As what its queries come back; as time series unless given. */
  readonly format?: Asking['format'];
  /** Whether it shows by lines or colours where limits are: then a panel of it shows those of the alerts on its signal. */
  readonly drawsLimits?: D;
  /** The usual columns of 24, and rows of about 30 pixels; 12 and 8 unless given. */
  readonly width?: number;
  readonly height?: number;
}

/** One panel of a kind of one's own. */
export interface OwnPanelSpec<U extends Unit, D extends boolean = boolean> extends PanelSpec {
  readonly unit?: DisplayUnit<NoInfer<U>>;
  /** Where its colour changes, of a kind that draws limits. */
  readonly limits?: D extends true ? Limits<NoInfer<U>> : never;
  /** The end of its values, where they have one. */
  readonly max?: Limit<NoInfer<U>>;
  /** Words and colours for single values: `{ 0: { text: 'down', color: 'red' } }`. */
  readonly values?: Mapped;
  /** Options of this panel, over those of its kind. */
  readonly options?: OwnOptions;
}

/** Those that Grafana has no more, with what is drawn instead. */
const removed: Readonly<Record<string, string>> = {
  graph: 'timeseries',
  singlestat: 'stat',
  'table-old': 'table',
  'grafana-piechart-panel': 'piechart',
};

/** What is no kind of panel that has no word of its own. */
export const kindFaults = (kind: string): readonly Fault[] => {
  const fault = (why: string, cure: string): readonly Fault[] => [
    { where: '', what: kind, code: 'bad-panel-kind', why, cure },
  ];
  const instead = removed[kind];
  if (instead !== undefined) return fault(`Grafana draws no ${kind} any more`, `take ${instead}(…)`);
  if (panelKinds.some((known) => known === kind))
    return fault(`${kind} has a word of its own, which knows what is right for it`, `take ${kind}(…)`);
  return /^[a-z][a-zA-Z0-9-]*$/.test(kind)
    ? []
    : fault(`'${kind}' is no id of a plugin of Grafana`, "write as in the panel's JSON: 'state-timeline'");
};

const kindShape = exactly(
  {},
  {
    ...{ options, custom: options, instant: truth, format: oneOf(formats), drawsLimits: truth },
    ...{ width: aNumber, height: aNumber },
  },
);
const limitsOf = <U extends Unit>(limits: Limits<U> | undefined, draws: boolean): readonly Fault[] =>
  limits === undefined || draws
    ? []
    : [
        {
          where: 'limits',
          what: '',
          code: 'setting-for-nothing',
          why: 'its kind draws none',
          cure: 'write drawsLimits: true in visualization(…), or name the alerts: alerts: […]',
        },
      ];

/**
 * A kind of panel of one's own, which is then as checked as all others: its queries have one unit, legends name labels that are there, its
 * data source is declared, what it reads is scraped, and it shows the limits of the alerts on its signal where it can.
 *
 * @param kind the `type` in the panel's JSON.
 * @throws Refusal on what is no id of a plugin, on what Grafana has no more, and on what has a word of its own.
 */
export const visualization = <const D extends boolean = false>(
  kind: string,
  given: Visualization<D> = {},
) => {
  refuse(`visualization '${kind}'`, [...kindFaults(kind), ...kindShape('', given)]);
  const { instant = false, format = 'time_series', drawsLimits = false, width = 12, height = 8 } = given;
  return <L extends string, U extends Unit, const T extends string = string>(
    title: string,
    spec: OwnPanelSpec<U, D> & Signals<L, U, T>,
  ): Panel => {
    const queries = queriesOf(spec);
    refuse(`panel '${title}'`, [
      ...limitsOf(spec.limits, drawsLimits),
      ...endFaults(queries[0].unit, spec.max),
      ...exactly({}, { options, values: mappedShape, limits: limitsShape })('', {
        ...{ options: spec.options, values: spec.values, limits: spec.limits },
      }),
    ]);
    return panel('own', title, spec, {
      plugin: kind,
      width,
      height,
      unit: shownAs(title, queries[0].unit, spec.unit),
      queries,
      asking: { instant, format },
      drawing: drawing(spec.limits),
      drawsLimits,
      options: { ...given.options, ...spec.options },
      custom: { ...given.custom },
      defaults: {
        color: { mode: drawsLimits ? 'thresholds' : 'palette-classic' },
        ...mappings(spec.values),
        ...(spec.max && { max: spec.max.value }),
      },
    });
  };
};
