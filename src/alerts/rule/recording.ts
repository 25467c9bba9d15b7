import { refusal, refuse } from '#ground/fault.js';
import type { Expr } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { panelOnly } from '#promql/expr/panel-only.js';
import { Metric } from '#promql/metric/metric.js';
import type { Unit } from '#promql/unit/unit.js';
import { ofVector } from '#promql/vector/operation.js';
import { selector } from '#promql/vector/select.js';
import { Vector } from '#promql/vector/vector.js';

/** A rule that stores an expression's value as a metric of its own. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: Expr;
  /** Labels that the rule gives what it records. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Whether it was written elsewhere. */
  readonly imported?: true;
  /** The application after which it is called, where it is called after one. */
  readonly application?: string;
}

/** A recording rule, and the metric that it makes: a gauge of the labels and unit that the expression has. */
export interface Recorded<L extends string, U extends Unit> extends RecordingRule {
  readonly metric: Metric<'gauge', Readonly<Record<L, string>>, U>;
  /** Its present value: unlike what is scraped it carries exactly these labels, so there is nothing to aggregate. */
  readonly value: Vector<L, U>;
}

/** `level:metric:operations`, https://prometheus.io/docs/practices/rules/#naming. */
export type RecordName = `${string}:${string}:${string}`;

/**
 * A recording rule.
 *
 * @throws Error on a name that Prometheus does not allow, and on what only a panel may say.
 */
export const record = <L extends string, U extends Unit>(
  name: RecordName,
  vector: Vector<L, U>,
): Recorded<L, U> => {
  ofVector(`recording rule '${name}'`, vector);
  if (!/^[a-z_][a-z0-9_]*:[a-zA-Z0-9_]+:[a-z0-9_]+$/.test(name)) {
    throw refusal(`recording rule '${name}'`, {
      what: '',
      code: 'bad-record-name',
      why: 'the name does not say what is recorded of what',
      cure: 'write level:metric:operations with letters, digits and _, like service:http_requests:rate5m',
    });
  }
  const { expr, labels, unit } = vector;
  refuse(
    `recording rule '${name}'`,
    panelOnly(expr).map(({ text, ...fault }) => ({ where: '', what: text, ...fault })),
  );
  const metric = new Metric<'gauge', Readonly<Record<L, string>>, U>({
    name,
    kind: 'gauge',
    help: `Recorded: ${String(vector)}`,
    unit,
    labels,
    ownLabels: labels,
    values: {},
    range: boundsOf(expr),
    recorded: expr,
  });
  return { record: name, expr, metric, value: new Vector(selector(metric), labels, unit) };
};
