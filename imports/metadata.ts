import { type FieldFault, fieldFault } from './field-fault.js';
import { type Field, isObject, valueAt } from '../ground/field.js';

/**
 * What the API server asks of names and labels, which no schema says: RFC 1123 names, and
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set.
 */
const word = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = new RegExp(`^(?=.{1,253}$)${word}(\\.${word})*$`);
const dnsLabel = new RegExp(`^(?=.{1,63}$)${word}$`);
const labelText = /^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

const isKey = (key: string): boolean => {
  const [name, prefix, ...more] = key.split('/').reverse();
  return more.length === 0 && labelText.test(name ?? '') && (prefix === undefined || subdomain.test(prefix));
};
const isLabelValue = (value: unknown): boolean =>
  typeof value !== 'string' || value === '' || labelText.test(value);

const keyCure =
  'write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends, behind a DNS name and / if it has a prefix';
const valueCure =
  'write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends; longer texts are annotations';

const entries = (manifest: object, field: Field): readonly (readonly [string, unknown])[] => {
  const map = valueAt(manifest, field);
  return isObject(map) ? Object.entries(map) : [];
};

const keyFaults = (manifest: object, field: Field): readonly FieldFault[] =>
  entries(manifest, field)
    .filter(([key]) => !isKey(key))
    .map(([key]) => ({
      ...fieldFault(manifest, [...field, key], `the API server refuses this key`, keyCure),
      what: key,
    }));

/** What the API server would refuse about the name, the namespace, the labels and the annotations of an object. */
export const metadataFaults = (manifest: object): readonly FieldFault[] => {
  const name = valueAt(manifest, ['metadata', 'name']);
  const namespace = valueAt(manifest, ['metadata', 'namespace']);
  const labels = ['metadata', 'labels'];
  return [
    ...(typeof name === 'string' && subdomain.test(name)
      ? []
      : [
          fieldFault(
            manifest,
            ['metadata', 'name'],
            'is not a name that Kubernetes takes',
            'write lower-case letters, digits, - and .',
          ),
        ]),
    ...(typeof namespace !== 'string' || dnsLabel.test(namespace)
      ? []
      : [
          fieldFault(
            manifest,
            ['metadata', 'namespace'],
            'is not a namespace',
            'write at most 63 lower-case letters, digits and -',
          ),
        ]),
    ...keyFaults(manifest, labels),
    ...entries(manifest, labels)
      .filter(([, value]) => !isLabelValue(value))
      .map(([key]) =>
        fieldFault(manifest, [...labels, key], 'is not a value that a label may have', valueCure),
      ),
    ...keyFaults(manifest, ['metadata', 'annotations']),
  ];
};
