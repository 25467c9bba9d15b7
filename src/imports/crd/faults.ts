import { type Field, isObject, valueAt } from '#ground/field.js';
import { instead } from '#ground/nearest.js';
import { type FieldFault, fieldFault } from '#imports/field-fault.js';
import type { Schema } from './schema.js';

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: isObject,
};

/** Everything that the API server would refuse at a field, or drop. */
export const crdFaults = (
  manifest: { readonly kind: string },
  schema: Schema,
  field: Field = [],
): readonly FieldFault[] => {
  if (!('type' in schema)) return [];
  const value = valueAt(manifest, field);
  const { type } = schema;
  if (!types[type]?.(value))
    return [fieldFault(manifest, field, 'schema-refuses', `must be ${type}`, `write ${a(type)}`)];
  const below = (step: string | number, inner: Schema) => crdFaults(manifest, inner, [...field, step]);
  if (schema.type === 'string') return textFaults(manifest, schema, field, String(value));
  if (schema.type === 'array')
    return Array.isArray(value) ? value.flatMap((_, i) => below(i, schema.items)) : [];
  if (schema.type !== 'object' || !isObject(value)) return [];
  if ('additionalProperties' in schema)
    return Object.keys(value).flatMap((key) => below(key, schema.additionalProperties));
  const { properties, required = [] } = schema;
  return [
    ...required
      .filter((key) => value[key] === undefined)
      .map((key) => fieldFault(manifest, [...field, key], 'missing-field', 'is missing', `add ${key}`)),
    ...Object.keys(value).flatMap((key) => {
      if (value[key] === undefined) return [];
      const inner = properties[key];
      return inner
        ? below(key, inner)
        : [
            fieldFault(
              manifest,
              [...field, key],
              'no-such-field',
              `${manifest.kind} has no such field here`,
              instead(key, Object.keys(properties)),
            ),
          ];
    }),
  ];
};

const a = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;

const textFaults = (
  manifest: object,
  { pattern, maxLength }: Extract<Schema, { readonly type: 'string' }>,
  field: Field,
  text: string,
): readonly FieldFault[] => [
  ...(pattern === undefined || new RegExp(pattern, 'u').test(text)
    ? []
    : [
        fieldFault(
          manifest,
          field,
          'schema-refuses',
          `does not match ${pattern}`,
          `write what matches ${pattern}`,
        ),
      ]),
  ...(maxLength === undefined || text.length <= maxLength
    ? []
    : [
        fieldFault(
          manifest,
          field,
          'schema-refuses',
          `is longer than ${maxLength} characters`,
          `write at most ${maxLength} characters`,
        ),
      ]),
];
