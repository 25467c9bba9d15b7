import { refuse } from '#ground/fault.js';
import { fields, text, truth } from '#ground/shape.js';
import { string } from '#promql/expr/ast.js';
import type { OwnOptions } from './model.js';
import type { Query } from './query.js';

/** What is said of a query that is written as text. */
export interface RawPanelQuery {
  /** Grafana's legend format, `{{pod}}`; Grafana makes one, unless given. */
  readonly legend?: string;
  /** Whether it asks for the present; for the shown range, unless told. */
  readonly instant?: boolean;
  /** As what it comes back; as time series, unless told. */
  readonly format?: 'time_series' | 'table' | 'heatmap';
  /** What else Grafana's JSON says of it: `refId`, `interval`, `hide`, a `datasource` of its own. */
  readonly more?: OwnOptions;
}

const shape = fields({}, { legend: text, instant: truth, format: text });

/**
 * PromQL of a panel as text, in which Grafana's variables may stand anywhere: `sum by ($label) (rate(x[$window]))`. Nothing looks into it: its
 * metrics may be scraped by nobody, its labels may be gone. A way out that is seen in review, for panels of `drawn`.
 */
export const rawPanelQuery = (promql: string, asked: RawPanelQuery = {}): Query => {
  refuse('rawPanelQuery', shape('', asked));
  const { legend, instant, format, more } = asked;
  return {
    expr: string(promql),
    unit: 'count',
    dashed: false,
    ...(legend !== undefined && { legend }),
    target: {
      expr: promql,
      ...(legend !== undefined && { legendFormat: legend }),
      ...(format !== undefined && { format }),
      ...(instant === true && { instant, range: false }),
      ...more,
    },
  };
};

/** A query in another language than PromQL, as Grafana's JSON has it: `rawTarget({ rawSql: '…', format: 'table' })`. Nothing looks into it. */
export const rawTarget = (target: OwnOptions): Query => ({
  expr: string(JSON.stringify(target)),
  unit: 'count',
  dashed: false,
  target,
});
