import { type Datasource, reference } from '#dashboards/datasource.js';
import type { OwnOptions, VariableModel } from '#dashboards/model.js';
import type { DashboardVariable } from '#dashboards/variable.js';

type Option = NonNullable<VariableModel['current']>;

// All values, as Grafana writes it.
const all: Option = { text: ['All'], value: ['$__all'] };

// Grafana chooses the first that the query gives.
const unchosen: Option = { text: '', value: '' };

const option = (value: string, selected: boolean): Option => ({ selected, text: value, value });

const types: readonly VariableModel['type'][] = [
  ...(['query', 'adhoc', 'groupby', 'constant', 'datasource', 'interval', 'textbox', 'custom'] as const),
  ...(['system', 'snapshot', 'switch'] as const),
];

/** What Grafana's JSON says of one, by its name here. */
const rawModel = (name: string, model: OwnOptions, prometheus: Datasource): VariableModel => ({
  ...(model['type'] === 'query' && { datasource: reference(prometheus) }),
  ...model,
  name,
  type: types.find((each) => each === model['type']) ?? 'query',
});

/** A variable as Grafana keeps it: of several values all are chosen at first, else the first. */
export const variableModel = (
  { variable, title, multiple, values, datasource }: DashboardVariable,
  prometheus: Datasource,
): VariableModel => {
  if (values.type === 'raw') return rawModel(variable, values.model, prometheus);
  const common = {
    name: variable,
    label: title,
    multi: multiple,
    includeAll: multiple,
    hide: 0,
    skipUrlSync: false,
  } as const;
  return values.type === 'query'
    ? {
        type: 'query',
        ...common,
        datasource: reference(datasource ?? prometheus),
        definition: values.query,
        // qryType 1 asks for the values of a label.
        query: { qryType: 1, query: values.query, refId: 'PrometheusVariableQueryEditor-VariableQuery' },
        refresh: 2,
        sort: 1,
        regex: '',
        options: [],
        current: multiple ? all : unchosen,
      }
    : {
        type: 'custom',
        ...common,
        query: values.values.join(','),
        options: values.values.map((value, index) => option(value, !multiple && index === 0)),
        current: multiple ? all : option(values.values[0], true),
      };
};
