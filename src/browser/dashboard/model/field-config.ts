import type { FieldConfigSource } from '@grafana/data';
import { listAt, textAt, valueAt } from '#browser/frame/read.js';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFieldConfig = (value: unknown): value is FieldConfigSource =>
  isJson(valueAt(value, 'defaults')) && Array.isArray(valueAt(value, 'overrides'));

/** JSON has no infinity: the lowest step of thresholds is written as null, and begins below all values. */
const withLowest = (thresholds: unknown): unknown => {
  if (!isJson(thresholds)) return thresholds;
  const steps = listAt(thresholds, 'steps').filter(isJson);
  return { ...thresholds, steps: steps.map((step, at) => (at === 0 ? { ...step, value: -Infinity } : step)) };
};

const override = (given: unknown): unknown => ({
  ...(isJson(given) ? given : {}),
  properties: listAt(given, 'properties').map((property) =>
    textAt(property, 'id') === 'thresholds' && isJson(property)
      ? { ...property, value: withLowest(property.value) }
      : property,
  ),
});

/** How fields are shown, as the model has it, with the infinity that JSON cannot say. */
export const withInfinity = (given: unknown): FieldConfigSource => {
  const defaults = valueAt(given, 'defaults');
  const shown: unknown = {
    defaults: isJson(defaults)
      ? { ...defaults, ...('thresholds' in defaults && { thresholds: withLowest(defaults.thresholds) }) }
      : {},
    overrides: listAt(given, 'overrides').map(override),
  };
  return isFieldConfig(shown) ? shown : { defaults: {}, overrides: [] };
};
