import type { AlertRule } from '#alerts/rule/rule.js';
import type { Spoken } from '#ground/language.js';
import type { Datasource, Datasources } from '#dashboards/datasource.js';
import { type Said, describe } from '#dashboards/description.js';
import { slug } from '#dashboards/identity.js';
import type { Size } from '#dashboards/layout.js';
import { type Drawing, drawing } from '#dashboards/limits.js';
import type {
  Custom,
  FieldConfigModel,
  Options,
  OverrideModel,
  OwnOptions,
  PanelKind,
  TransformationModel,
} from '#dashboards/model.js';
import type { Query } from '#dashboards/query.js';
import { steps } from '#dashboards/threshold.js';
import type { GrafanaUnit } from '#dashboards/unit.js';

/** What every kind of panel is told. */
export interface PanelSpec extends AnyPanelSpec {
  /** Another Prometheus, or what speaks its language, than that of its dashboard; its application declares it. */
  readonly datasource?: Datasource<'prometheus'>;
}

/** The same of one that need not ask a Prometheus. */
export interface AnyPanelSpec {
  /** What it shows and how to read it, for whoever is on call; what its metrics say of themselves, unless given. */
  readonly description?: Said;
  /** Alerts on what is shown whose limits are no lines here: they are told of, and linked to their runbooks. */
  readonly alerts?: readonly AlertRule[];
  /** The least columns of 24, and rows of about 30 pixels, where the kind's usual size will not do. */
  readonly width?: number;
  readonly height?: number;
  /** What its id is made of: the title, unless given. Give the old title here to rename a panel and keep its id. */
  readonly key?: string;
}

/** How queries are put: for the value now or for the shown range, and whether series, rows or buckets come back. */
export interface Asking {
  readonly instant: boolean;
  readonly format: 'time_series' | 'table' | 'heatmap';
}

/** One panel of a dashboard, before it has a place and an id. */
export interface Panel extends Size {
  readonly type: 'panel';
  readonly kind: PanelKind;
  /** Of a kind that has no word here, the id of its plugin: `state-timeline`. */
  readonly plugin?: string;
  readonly key: string;
  readonly title: string;
  readonly description: Spoken;
  /** What kind of data source it asks. */
  readonly asks: Asks;
  /** The one that it asks where that is another than its dashboard's. */
  readonly datasource?: Datasource;
  readonly queries: readonly Query[];
  readonly asking: Asking;
  /** What Loki is asked, of a panel that shows logs. */
  readonly logql?: string;
  readonly drawing: Drawing;
  /** Whether it shows where limits are. */
  readonly drawsLimits: boolean;
  /** Whether it was made of alerts: it reads what these read, which is judged there. */
  readonly isOfAlert?: true;
  /** Columns of a table, by their headings, of which a click on a value chooses this value in a variable of the dashboard. */
  readonly chooses?: readonly { readonly heading: string; readonly variable: string }[];
  /** Of one that is as Grafana's JSON has it: where it stands, and what else the JSON says. */
  readonly drawn?: { readonly at?: { readonly x: number; readonly y: number }; readonly more: OwnOptions };
  readonly options: Options[PanelKind];
  readonly defaults: FieldConfigModel;
  readonly overrides: readonly OverrideModel[];
  readonly transformations: readonly TransformationModel[];
}

/** What is asked: one of the data sources of a dashboard, or none, of a panel that shows what is written in it. No panel here asks for traces. */
export type Asks = Exclude<keyof Datasources, 'tempo' | 'jaeger'> | 'nothing';

/** What a kind of panel makes of its specification. */
interface OfKind<K extends PanelKind> extends Size {
  readonly unit: GrafanaUnit;
  readonly options: Options[K];
  readonly custom?: Custom[K];
  readonly asks?: Asks;
  readonly queries?: readonly Query[];
  readonly asking?: Asking;
  readonly logql?: string;
  readonly drawing?: Drawing;
  /** Whether the kind shows where limits are; as it usually does unless given. */
  readonly drawsLimits?: boolean;
  readonly plugin?: string;
  /** The colour of values that cross no limit. */
  readonly good?: string;
  readonly defaults?: Omit<FieldConfigModel, 'unit' | 'thresholds' | 'custom'>;
  readonly overrides?: readonly OverrideModel[];
  readonly transformations?: readonly TransformationModel[];
}

const nothingDrawn = drawing();

const drawLimits: readonly PanelKind[] = ['timeseries', 'stat', 'gauge', 'bargauge'];

/** Any kind of panel, from what its own file makes of it; `spec` has the last word on the size. */
export const panel = <K extends PanelKind>(
  kind: K,
  title: string,
  spec: AnyPanelSpec & { readonly datasource?: Datasource },
  ofKind: OfKind<K>,
): Panel => {
  const {
    unit,
    queries = [],
    custom = {},
    drawing: { lines, alerts: drawn } = nothingDrawn,
    good = lines.length > 0 ? 'green' : 'blue',
  } = ofKind;
  const alerts = [...drawn, ...(spec.alerts ?? [])];
  return {
    type: 'panel',
    kind,
    ...(ofKind.plugin !== undefined && { plugin: ofKind.plugin }),
    key: slug(spec.key ?? title),
    title,
    description: describe(spec.description, queries, alerts),
    width: spec.width ?? ofKind.width,
    height: spec.height ?? ofKind.height,
    asks: ofKind.asks ?? 'prometheus',
    ...(spec.datasource && { datasource: spec.datasource }),
    queries,
    asking: ofKind.asking ?? { instant: false, format: 'time_series' },
    ...(ofKind.logql !== undefined && { logql: ofKind.logql }),
    drawing: { lines, alerts },
    drawsLimits: ofKind.drawsLimits ?? drawLimits.includes(kind),
    options: ofKind.options,
    defaults: {
      unit,
      ...ofKind.defaults,
      thresholds: { mode: 'absolute', steps: steps(lines, good) },
      custom,
    },
    overrides: ofKind.overrides ?? [],
    transformations: ofKind.transformations ?? [],
  };
};

/** The data source that a panel asks, on a dashboard with these; of one that shows what is written in it, none. */
export const askedBy = (
  { asks, datasource }: Pick<Panel, 'asks' | 'datasource'>,
  datasources: Datasources,
): Datasource | undefined => datasource ?? (asks === 'nothing' ? undefined : datasources[asks]);

/** The same panel under another title or of another size; its id is made of the new title. */
export const adjusted = (
  given: Panel,
  {
    title = given.title,
    width = given.width,
    height = given.height,
  }: Partial<Size> & { readonly title?: string },
): Panel => ({ ...given, title, key: title === given.title ? given.key : slug(title), width, height });
