import { type Expr, number } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Reference } from '#dashboards/datasource.js';
import { hasExemplars } from '#dashboards/exemplars.js';
import type { LokiTarget, OwnOptions, PrometheusTarget } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Query, refId } from '#dashboards/query.js';

// Prometheus counts seconds since 1970, Grafana's date units milliseconds.
const inGrafanasUnit = ({ expr, unit }: Query): Expr =>
  unit === 'timestamp' ? { type: 'binary', operator: '*', left: expr, right: number(1000) } : expr;

const prometheusTarget = (
  panel: Panel,
  datasource: Reference,
  query: Query,
  index: number,
  exemplars: boolean,
): PrometheusTarget => ({
  refId: refId(index),
  datasource,
  editorMode: 'code',
  expr: print(inGrafanasUnit(query)),
  format: panel.asking.format,
  instant: panel.asking.instant,
  range: !panel.asking.instant,
  ...(exemplars && hasExemplars(panel, query) && { exemplar: true }),
  legendFormat: query.legend ?? panel.title,
});

const lokiTarget = (datasource: Reference, logql: string): LokiTarget => ({
  refId: refId(0),
  datasource,
  editorMode: 'code',
  expr: logql,
  queryType: 'range',
});

/**
 * The queries of a panel as Grafana asks them.
 *
 * @param exemplars Whether those that are about latencies ask for exemplars too.
 */
export const targets = (
  panel: Panel,
  datasource: Reference,
  exemplars = false,
): readonly (PrometheusTarget | LokiTarget | OwnOptions)[] =>
  panel.logql === undefined
    ? panel.queries.map((query, index) =>
        query.target
          ? { refId: refId(index), ...query.target }
          : prometheusTarget(panel, datasource, query, index, exemplars),
      )
    : [lokiTarget(datasource, panel.logql)];
