import { type FieldFault, fieldFault } from './field-fault.js';
import { type Field, isObject, valueAt } from '#ground/field.js';
import {
  type Grammar,
  labelKey,
  labelValue,
  namespaceName,
  objectName,
  serviceName,
} from '#ground/grammar.js';

const entries = (manifest: object, field: Field): readonly (readonly [string, unknown])[] => {
  const map = valueAt(manifest, field);
  return isObject(map) ? Object.entries(map) : [];
};

const textFaults = (
  manifest: object,
  field: Field,
  { code, takes, isNot, write }: Grammar,
): readonly FieldFault[] => {
  const text = valueAt(manifest, field);
  return typeof text === 'string' && takes(text) ? [] : [fieldFault(manifest, field, code, isNot, write)];
};

const keyFaults = (manifest: object, field: Field): readonly FieldFault[] =>
  entries(manifest, field)
    .filter(([key]) => !labelKey.takes(key))
    .map(([key]) => ({
      ...fieldFault(
        manifest,
        [...field, key],
        labelKey.code,
        'the API server refuses this key',
        labelKey.write,
      ),
      what: key,
    }));

/** The labels of one map: those of an object, or those by which it finds others. */
const labelFaults = (manifest: object, field: Field): readonly FieldFault[] => [
  ...keyFaults(manifest, field),
  ...entries(manifest, field)
    // What is no text is refused by the schema.
    .filter(([, value]) => typeof value === 'string')
    .flatMap(([key]) => textFaults(manifest, [...field, key], labelValue)),
];

/**
 * What the API server would refuse about the name, the namespace, the labels and the annotations of an object, and about the labels by
 * which it selects others: no schema says so.
 */
export const metadataFaults = (manifest: object): readonly FieldFault[] => {
  const isService = valueAt(manifest, ['apiVersion']) === 'v1' && valueAt(manifest, ['kind']) === 'Service';
  return [
    ...textFaults(manifest, ['metadata', 'name'], isService ? serviceName : objectName),
    ...(typeof valueAt(manifest, ['metadata', 'namespace']) === 'string'
      ? textFaults(manifest, ['metadata', 'namespace'], namespaceName)
      : []),
    ...labelFaults(manifest, ['metadata', 'labels']),
    ...keyFaults(manifest, ['metadata', 'annotations']),
    ...labelFaults(manifest, isService ? ['spec', 'selector'] : ['spec', 'selector', 'matchLabels']),
  ];
};
