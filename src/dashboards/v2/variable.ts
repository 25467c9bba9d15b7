import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import { keyed } from '#ground/keyed.js';
import type { OwnOptions, VariableModel } from '#dashboards/model.js';
import type { VariableOptionV2, VariableV2 } from './model.js';
import { queryV2 } from './query.js';

const hiding = ['dontHide', 'hideLabel', 'hideVariable', 'inControlsMenu'] as const;
const refreshing = ['never', 'onDashboardLoad', 'onTimeRangeChanged'] as const;
const sorting = [
  ...(['disabled', 'alphabeticalAsc', 'alphabeticalDesc', 'numericalAsc', 'numericalDesc'] as const),
  ...(['alphabeticalCaseInsensitiveAsc', 'alphabeticalCaseInsensitiveDesc'] as const),
  ...(['naturalAsc', 'naturalDesc'] as const),
];

type Option = NonNullable<VariableModel['current']>;

const optionV2 = ({ selected, text, value }: Option): VariableOptionV2 => ({
  ...(selected !== undefined && selected !== null && { selected }),
  text,
  value,
});
const nothing: VariableOptionV2 = { text: '', value: '' };

/** What every kind of variable says of itself. */
const common = ({ name, label, hide, skipUrlSync, description }: VariableModel) => ({
  name,
  ...(label !== undefined && { label }),
  hide: hiding[hide ?? 0] ?? hiding[0],
  skipUrlSync: skipUrlSync ?? false,
  ...(description !== undefined && { description }),
});

/** The same of one that offers a choice. */
const choosing = (model: VariableModel) => ({
  ...common(model),
  current: model.current ? optionV2(model.current) : nothing,
  options: (model.options ?? []).map(optionV2),
  multi: model.multi ?? false,
  includeAll: model.includeAll ?? false,
  ...(model.allValue !== undefined && { allValue: model.allValue }),
  allowCustomValue: model.allowCustomValue ?? true,
});

const isOptions = (value: unknown): value is OwnOptions => isObject(value);

/** What a data source is asked for its values; a text is asked as older dashboards did. */
const askedOf = ({ query }: VariableModel): OwnOptions =>
  isOptions(query) ? query : { __legacyStringValue: query ?? '' };

const textOf = ({ query }: VariableModel): string => (typeof query === 'string' ? query : '');

const queried = (model: VariableModel): VariableV2 => ({
  kind: 'QueryVariable',
  spec: {
    ...choosing(model),
    query: queryV2(model.datasource, askedOf(model)),
    refresh: refreshing[model.refresh ?? 0] ?? 'onDashboardLoad',
    regex: model.regex ?? '',
    regexApplyTo: 'value',
    sort: sorting[model.sort ?? 0] ?? 'disabled',
    ...(model.definition !== undefined && { definition: model.definition }),
    ...(model.staticOptions && { staticOptions: model.staticOptions.map(optionV2) }),
    ...(model.staticOptionsOrder && { staticOptionsOrder: model.staticOptionsOrder }),
  },
});

const filters = (model: VariableModel, field: string) =>
  listAt(model, field)
    .filter(isOptions)
    .map((each) => keyed(['key', 'operator', 'value'], (name) => textAt(each, name) ?? ''));

const sourceOf = ({ datasource }: VariableModel) => ({
  group: datasource?.type ?? '',
  ...(datasource?.uid !== undefined && { datasource: { name: datasource.uid } }),
});

/** A variable as the second model has it, each type as a kind of its own. */
export const variableV2 = (model: VariableModel): VariableV2 => {
  switch (model.type) {
    case 'custom':
      return { kind: 'CustomVariable', spec: { ...choosing(model), query: textOf(model) } };
    case 'constant':
    case 'textbox':
      return {
        kind: model.type === 'constant' ? 'ConstantVariable' : 'TextVariable',
        spec: {
          ...common(model),
          current: model.current ? optionV2(model.current) : nothing,
          query: textOf(model),
        },
      };
    case 'datasource':
      return {
        kind: 'DatasourceVariable',
        spec: {
          ...choosing(model),
          pluginId: textOf(model),
          refresh: refreshing[model.refresh ?? 1] ?? 'onDashboardLoad',
          regex: model.regex ?? '',
        },
      };
    case 'interval':
      return {
        kind: 'IntervalVariable',
        spec: {
          ...common(model),
          query: textOf(model),
          current: model.current ? optionV2(model.current) : nothing,
          options: (model.options ?? []).map(optionV2),
          auto: model.auto ?? false,
          auto_min: model.auto_min ?? '',
          auto_count: model.auto_count ?? 0,
          refresh: 'onTimeRangeChanged',
        },
      };
    case 'adhoc':
      return {
        kind: 'AdhocVariable',
        ...sourceOf(model),
        spec: {
          ...common(model),
          baseFilters: filters(model, 'baseFilters'),
          filters: filters(model, 'filters'),
          defaultKeys: [],
          allowCustomValue: model.allowCustomValue ?? true,
        },
      };
    case 'groupby': {
      const { includeAll: _, allowCustomValue: __, allValue: ___, ...chosen } = choosing(model);
      return { kind: 'GroupByVariable', ...sourceOf(model), spec: chosen };
    }
    case 'switch': {
      const [enabled = 'true', disabled = 'false'] = (model.options ?? []).map(({ value }) => String(value));
      const { value = disabled } = model.current ?? {};
      return {
        kind: 'SwitchVariable',
        spec: { ...common(model), current: String(value), enabledValue: enabled, disabledValue: disabled },
      };
    }
    default:
      return queried(model);
  }
};
