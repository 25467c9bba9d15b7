import {
  type IThanosRuler,
  ThanosRuler as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ThanosRuler';
import { isObject, valueAt } from '#ground/field.js';
import type { FieldFault } from './field-fault.js';
import { resource } from './resource.js';
import { schemaFaultsOf } from './schema-faults.js';

type Given = NonNullable<IThanosRuler['spec']>;
type Storage = NonNullable<Given['storage']>;
type Claim = NonNullable<Storage['volumeClaimTemplate']>;

/** The same without what the model asks of a claim within it, and the CRD does not: an `apiVersion` and a `kind` of its own. */
interface Spec extends Omit<Given, 'storage'> {
  storage?: Omit<Storage, 'volumeClaimTemplate'> & {
    volumeClaimTemplate?: Omit<Claim, 'apiVersion' | 'kind'>;
  };
}

interface Ruler extends Omit<IThanosRuler, 'spec'> {
  spec: Spec;
}

const claimed = { apiVersion: 'monitoring.coreos.com/v1', kind: 'EmbeddedPersistentVolumeClaim' };

/** The manifest as the model would have it. */
const completed = (manifest: object): object => {
  const [spec, storage, claim] = [
    ['spec'],
    ['spec', 'storage'],
    ['spec', 'storage', 'volumeClaimTemplate'],
  ].map((field) => valueAt(manifest, field));
  if (!isObject(spec) || !isObject(storage) || !isObject(claim)) return manifest;
  return {
    ...manifest,
    spec: { ...spec, storage: { ...storage, volumeClaimTemplate: { ...claimed, ...claim } } },
  };
};

/** `monitoring.coreos.com/v1 ThanosRuler`: what evaluates PrometheusRules over all that a Thanos Query sees. */
export class ThanosRuler extends resource<Ruler>(model) {
  static override faults(manifest: object): readonly FieldFault[] {
    return schemaFaultsOf(model, completed(manifest));
  }
}
