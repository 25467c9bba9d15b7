import { type IConfigMap, ConfigMap as model } from 'kubernetes-models/v1/ConfigMap';
import { type FieldFault, fieldFault } from './field-fault.js';
import { schemaFaultsOf } from './schema-faults.js';
import { isObject, valueAt } from '#ground/field.js';
import { dataKey } from '#ground/grammar.js';
import { resource } from './resource.js';

/** What a ConfigMap may hold in all, keys and values: 1 MiB, https://kubernetes.io/docs/concepts/configuration/configmap/. */
const mostBytes = 1_048_576;

const dataFaults = (manifest: object): readonly FieldFault[] => {
  const data = valueAt(manifest, ['data']);
  const texts = isObject(data) ? Object.entries(data) : [];
  const bytes = texts.flat().reduce<number>((sum, each) => sum + Buffer.byteLength(String(each)), 0);
  return [
    ...texts
      .filter(([name]) => !dataKey.takes(name))
      .map(([name]) => ({
        ...fieldFault(manifest, ['data', name], dataKey.code, dataKey.isNot, dataKey.write),
        what: name,
      })),
    ...(bytes > mostBytes
      ? [
          fieldFault(
            manifest,
            ['data'],
            'too-large',
            `holds ${bytes} bytes, more than the ${mostBytes} of a ConfigMap`,
            'split it into several',
          ),
        ]
      : []),
  ];
};

/** `v1 ConfigMap`: texts by key, such as dashboards for Grafana's sidecar. */
export class ConfigMap extends resource<IConfigMap>(model) {
  static override faults(manifest: object): readonly FieldFault[] {
    return [...schemaFaultsOf(model, manifest), ...dataFaults(manifest)];
  }
}
