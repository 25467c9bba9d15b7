import type { OwnOptions } from '#dashboards/model.js';
import { isTrueAt, listAt, textAt } from '#ground/json.js';
import type { PersesVariable, Plugin, Said } from './model.js';
import { labelValuesOf } from './label-values.js';
import { sourceOf } from './source.js';

const sources: Readonly<Record<string, string>> = {
  prometheus: 'PrometheusDatasource',
  loki: 'LokiDatasource',
};

/** The query of a variable: Grafana keeps it as a text, or as an object that holds it. */
const queryOf = (model: OwnOptions): string =>
  textAt(model, 'query') ?? textAt(model, 'query', 'query') ?? textAt(model, 'definition') ?? '';

const valuesOf = (model: OwnOptions): readonly string[] =>
  listAt(model, 'options').length > 0
    ? listAt(model, 'options').flatMap((option) => textAt(option, 'value') ?? [])
    : queryOf(model)
        .split(',')
        .map((each) => each.trim());

/** The plugin that finds the values of a variable; nothing of a query that Perses has none for. */
const pluginOf = (model: OwnOptions): Plugin | undefined => {
  const query = queryOf(model);
  switch (textAt(model, 'type')) {
    case 'query':
      return labelValuesOf(query, sourceOf('prometheus', model['datasource']));
    case 'custom':
    case 'interval':
      return { kind: 'StaticListVariable', spec: { values: valuesOf(model).filter((each) => each !== '') } };
    case 'datasource': {
      const kind = sources[query];
      return kind === undefined
        ? undefined
        : { kind: 'DatasourceVariable', spec: { datasourcePluginKind: kind } };
    }
    default:
      return undefined;
  }
};

/** A variable that is as Grafana's JSON has it; one that Perses cannot find the values of is a text that its reader fills in. */
export const rawVariableOf = (name: string, title: string, model: OwnOptions): Said<PersesVariable> => {
  const plugin = pluginOf(model);
  const hidden = model['hide'] === 2;
  const display = { name: title, ...(hidden && { hidden }) };
  const value = textAt(model, 'current', 'value') ?? queryOf(model);
  const type = textAt(model, 'type');
  if (plugin === undefined)
    return {
      said: {
        kind: 'TextVariable',
        spec: { name, display, value, ...(type === 'constant' && { constant: true }) },
      },
      left: type === 'textbox' || type === 'constant' ? [] : [`how $${name} finds its values`],
    };
  const [multiple, all] = [isTrueAt(model, 'multi'), isTrueAt(model, 'includeAll')];
  const allValue = textAt(model, 'allValue') ?? '';
  const regex = textAt(model, 'regex') ?? '';
  return {
    said: {
      kind: 'ListVariable',
      spec: {
        ...{ name, display, allowMultiple: multiple, allowAllValue: all },
        ...(allValue !== '' && { customAllValue: allValue }),
        ...(regex !== '' && { capturingRegexp: regex.replace(/^\/(.*)\/$/s, '$1') }),
        ...(all && { defaultValue: multiple ? ['$__all'] : '$__all' }),
        plugin,
      },
    },
    left: [],
  };
};
