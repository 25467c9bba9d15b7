import type { ApiObject } from 'cdk8s/lib/api-object.js';
import { isObject } from '#ground/field.js';

/** A Kubernetes object as it is written, its fields in the order in which they are written. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

// cdk8s sorts the fields of an object by their letters unless this is set; as they were given they read better:
// `alert`, `expr`, `for`, `labels`, `annotations`.
process.env.CDK8S_DISABLE_SORT = 'true';

const isManifest = (value: unknown): value is Manifest =>
  isObject(value) && isObject(value.metadata) && typeof value.metadata.name === 'string';

/** The manifest of an object, its identity first. Throws what cdk8s throws when a value cannot be written. */
export const manifestOf = (object: ApiObject): Manifest => {
  const written: unknown = object.toJson();
  if (!isManifest(written)) throw new Error('the object has no metadata.name: a patch must have removed it');
  const { apiVersion, kind, metadata, ...rest } = written;
  const { name, namespace, labels, annotations, ...others } = metadata;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...others,
    },
    ...rest,
  };
};
