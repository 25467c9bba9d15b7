import { refuse } from '#ground/fault.js';
import { type Expr, call, string } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { Metric } from '#promql/metric/metric.js';
import { selector } from '#promql/vector/select.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Vector, typedVector } from '#promql/vector/vector.js';
import type { Recorded } from '#alerts/rule/recording.js';

/** What a rule adds to what it records. */
export interface RecordSettings {
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A recording rule as it was written elsewhere, whatever it is called. What reads it names its metric beside the catalogues:
 * `asWritten('…', { metrics: [metrics, { load: load.metric }] })`.
 *
 * @throws Error on a name that Prometheus does not allow.
 */
export const importedRecord = <U extends Unit>(
  name: string,
  { expr, unit }: Vector<string, U>,
  { labels: given }: RecordSettings = {},
): Recorded<string, U> => {
  refuse(
    `recording rule '${name}'`,
    /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)
      ? []
      : [
          {
            where: '',
            what: name,
            code: 'bad-metric-name',
            why: `'${name}' is no name of a metric`,
            cure: 'use letters, digits, _ and :',
          },
        ],
  );
  const recorded = labelled(expr, given ?? {});
  const labels = [...offeredLabels(recorded)];
  const metric = new Metric<'gauge', Readonly<Record<string, string>>, U>({
    name,
    kind: 'gauge',
    help: `Recorded: ${name}`,
    unit,
    labels,
    ownLabels: labels,
    values: {},
    range: boundsOf(expr),
    recorded,
  });
  return {
    record: name,
    expr,
    imported: true,
    ...(given && { labels: given }),
    metric,
    value: typedVector({ expr: selector(metric), labels, unit }),
  };
};

/** What is recorded of an expression to which the rule gives labels. */
const labelled = (expr: Expr, labels: Readonly<Record<string, string>>): Expr =>
  Object.entries(labels).reduce<Expr>(
    (each, [label, value]) =>
      call('label_replace', each, string(label), string(value), string(''), string('')),
    expr,
  );
