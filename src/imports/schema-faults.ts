import { type FieldFault, fieldFault } from './field-fault.js';
import { type Field, valueAt } from '#ground/field.js';
import { type Model, type SchemaError, schemaErrors } from './model.js';
import { instead } from '#ground/nearest.js';
import { type Undeclared, witness } from './witness.js';

/** The field that a JSON pointer names: a step into a list is an index. */
const fieldOf = (manifest: object, pointer: string): Field =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Field>(
      (field, step) => [...field, Array.isArray(valueAt(manifest, field)) ? Number(step) : step],
      [],
    );

/** The operator's pattern of a duration, which says little to a reader. */
const durationPattern = '^(0|(([0-9]+)y)?(([0-9]+)w)?';

const cures: Readonly<Record<string, (params: SchemaError['params']) => string>> = {
  enum: ({ allowedValues = [] }) => `write one of: ${allowedValues.join(', ')}`,
  format: ({ format }) => `write it in the format ${format}`,
  maximum: ({ limit }) => `write at most ${limit}`,
  minItems: ({ limit }) => `list at least ${limit}`,
  minLength: ({ limit }) => `write at least ${limit} characters`,
  minimum: ({ limit }) => `write at least ${limit}`,
  pattern: ({ pattern = '' }) =>
    pattern.startsWith(durationPattern)
      ? 'write a duration, such as 30s, 5m or 1h30m'
      : `write what matches ${pattern}`,
};

const constraintFault = (
  manifest: object,
  field: Field,
  { keyword, params, message }: SchemaError,
): FieldFault => {
  if (params.missingProperty !== undefined) {
    return fieldFault(
      manifest,
      [...field, params.missingProperty],
      'missing-field',
      'is missing',
      `add ${params.missingProperty}`,
    );
  }
  return fieldFault(
    manifest,
    field,
    'schema-refuses',
    message ?? `breaks ${keyword}`,
    cures[keyword]?.(params) ?? 'see the documentation of the field',
  );
};

/** A field may have several types (a port: number or name): one fault names them all. */
const typeFault = (manifest: object, field: Field, types: readonly string[]): FieldFault => {
  const names = [...new Set(types)].join(' or ');
  return fieldFault(
    manifest,
    field,
    'schema-refuses',
    `must be ${names}`,
    `write ${/^[aeiou]/.test(names) ? 'an' : 'a'} ${names}`,
  );
};

const schemaFaults = (manifest: object, errors: readonly SchemaError[]): readonly FieldFault[] =>
  [...new Set(errors.map(({ instancePath }) => instancePath))].flatMap((pointer) => {
    const field = fieldOf(manifest, pointer);
    const here = errors.filter(({ instancePath }) => instancePath === pointer);
    const types = here.flatMap(({ params }) => params.type ?? []);
    // "matches none of the alternatives" adds nothing to the types of the alternatives
    const others = here.filter(
      ({ keyword }) => keyword !== 'type' && (keyword !== 'oneOf' || types.length === 0),
    );
    return [
      ...(types.length > 0 ? [typeFault(manifest, field, types)] : []),
      ...others.map((error) => constraintFault(manifest, field, error)),
    ];
  });

const undeclaredFault = (manifest: object, { kind }: Model, { field, known }: Undeclared): FieldFault => {
  return fieldFault(
    manifest,
    field,
    'no-such-field',
    `${kind} has no such field here`,
    instead(String(field.at(-1)), known),
  );
};

/** Everything that is wrong with `manifest` by its model's schema, unknown fields at every depth included. */
export const schemaFaultsOf = (model: Model, manifest: object): readonly FieldFault[] => {
  const { copy, undeclared } = witness(manifest);
  const found = schemaFaults(manifest, schemaErrors(model, copy));
  return [...found, ...undeclared().map((each) => undeclaredFault(manifest, model, each))];
};
