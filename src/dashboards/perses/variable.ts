import type { Datasource } from '#dashboards/datasource.js';
import { reference } from '#dashboards/datasource.js';
import type { DashboardVariable } from '#dashboards/variable.js';
import type { PersesVariable, Plugin } from './model.js';
import { sourceOf } from './source.js';

/** `label_values(metric{…}, label)`, or of all series: `label_values(label)`. */
const labelValues = /^label_values\((?:(.*),)?\s*([\w-]+)\s*\)$/s;

const asked = (query: string, datasource: object): Plugin => {
  const [, matcher, labelName = ''] = labelValues.exec(query) ?? [];
  return {
    kind: 'PrometheusLabelValuesVariable',
    spec: { ...datasource, labelName, ...(matcher !== undefined && { matchers: [matcher.trim()] }) },
  };
};

/** What the reader chooses, as Perses offers it: of several values all are chosen at first, else the first. */
export const variableOf = (
  { variable, title, multiple, values, datasource }: DashboardVariable,
  prometheus: Datasource,
): PersesVariable => ({
  kind: 'ListVariable',
  spec: {
    name: variable,
    display: { name: title },
    allowMultiple: multiple,
    allowAllValue: multiple,
    ...(multiple && { defaultValue: ['$__all'] }),
    ...(values.type === 'custom'
      ? {
          ...(!multiple && { defaultValue: values.values[0] }),
          plugin: { kind: 'StaticListVariable', spec: { values: values.values } },
        }
      : {
          sort: 'alphabetical-asc',
          plugin: asked(values.query, sourceOf('prometheus', reference(datasource ?? prometheus))),
        }),
  },
});
