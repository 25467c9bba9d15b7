import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { Construct } from 'constructs';
import { crdFaults } from './crd/faults.js';
import type { Schema } from './crd/schema.js';
import type { FieldFault } from './field-fault.js';
import { schemaFaultsOf } from './schema-faults.js';
import type { Model } from './model.js';

/** A kind of Kubernetes object that can be written: what it is called, and what is wrong with one of it. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly faults: (manifest: object) => readonly FieldFault[];
}

export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** The fields that a person writes; the name is always given, so that moving code never renames an object. */
export type ResourceProps<T extends { readonly metadata?: object }> = DeepReadonly<
  Omit<T, 'apiVersion' | 'kind' | 'status' | 'metadata'> & {
    metadata: NonNullable<T['metadata']> & { name: string };
  }
>;

/** A kind that is made by other constructs (cdk8s-plus): only the model is needed, to check what they make. */
export const kind = (model: Model): Kind => ({
  apiVersion: model.apiVersion,
  kind: model.kind,
  faults: (manifest) => schemaFaultsOf(model, manifest),
});

/** A construct of one kind, as a class. */
export interface Resource<T extends { readonly metadata?: object }> extends Kind {
  new (scope: Construct, id: string, props: ResourceProps<T>): ApiObject;
}

const construct = <T extends { readonly metadata?: object }>({
  apiVersion,
  kind,
  faults,
}: Kind): Resource<T> =>
  class extends ApiObject {
    static readonly apiVersion = apiVersion;
    static readonly kind = kind;

    static faults(manifest: object): readonly FieldFault[] {
      return faults(manifest);
    }

    constructor(scope: Construct, id: string, props: ResourceProps<T>) {
      super(scope, id, { apiVersion, kind, ...props });
    }
  };

/**
 * A cdk8s construct for objects of type `T`, checked by `model`. Unknown fields of a literal do not compile; whatever the
 * types let through is found when the estate is synthesized, in the manifest as it will be written.
 */
export const resource = <T extends { readonly metadata?: object }>(model: Model): Resource<T> =>
  construct<T>(kind(model));

/** The same of a kind for which no package has a model: its `spec` is checked by the part of its CRD that stands here. */
export const custom = <T extends { readonly metadata?: object }>(
  apiVersion: string,
  kind: string,
  spec: Schema,
): Resource<T> =>
  construct<T>({ apiVersion, kind, faults: (manifest) => crdFaults({ kind, ...manifest }, spec, ['spec']) });
