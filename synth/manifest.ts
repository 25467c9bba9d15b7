import type { ApiObject } from 'cdk8s/lib/api-object.js';

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
process.env['CDK8S_DISABLE_SORT'] = 'true';

/** The manifest of an object, its identity first. Throws what cdk8s throws when a value cannot be written. */
export const manifestOf = (object: ApiObject): Manifest => {
  const { apiVersion, kind, metadata, ...rest }: Manifest = object.toJson();
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
