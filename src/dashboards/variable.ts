import { refusal, refuse } from '#ground/fault.js';
import { fields, listOf, oneOf, text } from '#ground/shape.js';
import { insteadOfStored, readOf } from '#promql/metric/kind.js';
import { print } from '#promql/expr/print.js';
import { type Variable, variable } from '#promql/metric/match.js';
import type { Datasource } from './datasource.js';
import type { OwnOptions } from './model.js';
import type { Metric } from '#promql/metric/metric.js';
import { isLegacyLabelName } from '#promql/metric/spelling.js';
import { selector } from '#promql/vector/select.js';

/** What a variable may be, besides its name. */
export interface Choosing {
  /** How it is called above the dashboard; the name, unless given. */
  readonly title?: string;
  /** Several values may be chosen, and all of them; a matcher then compares with `=~`. */
  readonly multiple?: boolean;
}

/** What a variable may be whose values are asked for. */
export interface Asked {
  readonly name?: string;
  /** Another Prometheus than that of its dashboard; its application declares it. */
  readonly datasource?: Datasource<'prometheus'>;
}

/** A variable that a dashboard defines; in `where({ namespace })` it matches what the reader chose. */
export interface DashboardVariable extends Variable {
  readonly title: string;
  /** The one that is asked for its values where that is another than its dashboard's. */
  readonly datasource?: Datasource<'prometheus'>;
  readonly values:
    | { readonly type: 'query'; readonly query: string }
    | { readonly type: 'custom'; readonly values: readonly [string, ...string[]] }
    /** As Grafana's JSON has it. */
    | { readonly type: 'raw'; readonly model: OwnOptions };
}

/**
 * A choice among the values that a label has among the metric's series, e.g. `labelValues('namespace', requests)`.
 *
 * @throws Error on a label that needs quotes, which Grafana's query of variables has no word for.
 */
export const labelValues = <const L extends string>(
  label: L,
  metric: Metric<'counter' | 'gauge', { readonly [K in L]: string }>,
  { name = label, title = name, multiple = false, datasource }: Choosing & Asked = {},
): DashboardVariable => {
  readOf('labelValues', ['counter', 'gauge'], metric, insteadOfStored);
  refuse('labelValues', oneOf(metric.info.labels)('label', label));
  if (!isLegacyLabelName(label))
    throw refusal(`variable ${name}`, {
      what: label,
      code: 'label-renamed',
      why: `Grafana's label_values(…) does not know '${label}', a name in quotes`,
      cure: 'offer the values as a choice(…)',
    });
  const query = `label_values(${print(selector(metric))}, ${label})`;
  return {
    ...variable(name, { multiple }),
    title,
    ...(datasource && { datasource }),
    values: { type: 'query', query },
  };
};

const choiceShape = fields({
  values: (where, value) =>
    Array.isArray(value) && value.length === 0
      ? [
          {
            where,
            what: '[]',
            code: 'holds-nothing',
            why: 'there is nothing to choose',
            cure: 'name a value',
          },
        ]
      : listOf(text)(where, value),
});

/** A choice among these values; the first is chosen until the reader chooses another. */
export const choice = (
  name: string,
  values: readonly [string, ...string[]],
  { title = name, multiple = false }: Choosing = {},
): DashboardVariable => {
  refuse(`choice ${name}`, choiceShape('', { values }));
  return { ...variable(name, { multiple }), title, values: { type: 'custom', values } };
};

/**
 * A variable as Grafana's JSON has it, of any type: `rawVariable('cluster', { type: 'query', query: 'label_values(up, cluster)' })`. Nothing looks
 * into it. A way out that is seen in review.
 */
export const rawVariable = (name: string, model: OwnOptions): DashboardVariable => {
  const label = model['label'];
  return {
    ...variable(name, { multiple: model['multi'] === true }),
    title: typeof label === 'string' && label !== '' ? label : name,
    values: { type: 'raw', model },
  };
};
