import { type IService, Service as model } from 'kubernetes-models/v1/Service';
import { valueAt } from '#ground/field.js';
import { portName } from '#ground/grammar.js';
import { isPort } from '#ground/port.js';
import { type FieldFault, fieldFault } from './field-fault.js';
import { resource } from './resource.js';
import { schemaFaultsOf } from './schema-faults.js';

/** What the API server refuses of a Service's ports, and no schema does. */
const portFaults = (manifest: object): readonly FieldFault[] => {
  const ports = valueAt(manifest, ['spec', 'ports']);
  return (Array.isArray(ports) ? [...ports.keys()] : []).flatMap((i) => {
    const at = ['spec', 'ports', i];
    const name = valueAt(manifest, [...at, 'name']);
    return [
      ...(typeof name === 'string' && !portName.takes(name)
        ? [fieldFault(manifest, [...at, 'name'], portName.code, portName.isNot, portName.write)]
        : []),
      ...['port', 'targetPort'].flatMap((field) => {
        const number = valueAt(manifest, [...at, field]);
        return typeof number === 'number' && !isPort(number)
          ? [
              fieldFault(
                manifest,
                [...at, field],
                'port-out-of-range',
                'is no port',
                'write a whole number from 1 to 65535',
              ),
            ]
          : [];
      }),
    ];
  });
};

/** `v1 Service`: by what name pods are asked; cdk8s-plus makes some of them too. */
export class Service extends resource<IService>(model) {
  static override faults(manifest: object): readonly FieldFault[] {
    return [...schemaFaultsOf(model, manifest), ...portFaults(manifest)];
  }
}
