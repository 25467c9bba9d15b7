import { type Expr, number } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Reference } from '#dashboards/datasource.js';
import type { LokiTarget, OwnOptions, PrometheusTarget } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Query, refId } from '#dashboards/query.js';

// Prometheus counts seconds since 1970, Grafana's date units milliseconds.
const inGrafanasUnit = ({ expr, unit }: Query): Expr =>
  unit === 'timestamp' ? { type: 'binary', operator: '*', left: expr, right: number(1000) } : expr;

const prometheusTarget = (
  { title, asking }: Panel,
  datasource: Reference,
  query: Query,
  index: number,
): PrometheusTarget => ({
  refId: refId(index),
  datasource,
  editorMode: 'code',
  expr: print(inGrafanasUnit(query)),
  format: asking.format,
  instant: asking.instant,
  range: !asking.instant,
  legendFormat: query.legend ?? title,
});

const lokiTarget = (datasource: Reference, logql: string): LokiTarget => ({
  refId: refId(0),
  datasource,
  editorMode: 'code',
  expr: logql,
  queryType: 'range',
});

/** The queries of a panel as Grafana asks them. */
export const targets = (
  panel: Panel,
  datasource: Reference,
): readonly (PrometheusTarget | LokiTarget | OwnOptions)[] =>
  panel.logql === undefined
    ? panel.queries.map((query, index) =>
        query.target
          ? { refId: refId(index), ...query.target }
          : prometheusTarget(panel, datasource, query, index),
      )
    : [lokiTarget(datasource, panel.logql)];
