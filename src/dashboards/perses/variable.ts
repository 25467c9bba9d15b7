import { type Datasource, reference } from '#dashboards/datasource.js';
import type { DashboardVariable } from '#dashboards/variable.js';
import { labelValuesOf } from './label-values.js';
import type { PersesVariable, Said } from './model.js';
import { rawVariableOf } from './raw-variable.js';
import { sourceOf } from './source.js';

/** What the reader chooses, as Perses offers it: of several values all are chosen at first, else the first. */
export const variableOf = (
  { variable, title, multiple, values, datasource }: DashboardVariable,
  prometheus: Datasource,
): Said<PersesVariable> => {
  if (values.type === 'raw') return rawVariableOf(variable, title, values.model);
  const source = sourceOf('prometheus', reference(datasource ?? prometheus));
  return {
    said: {
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
          : { sort: 'alphabetical-asc', plugin: labelValuesOf(values.query, source) }),
      },
    },
    left: [],
  };
};
