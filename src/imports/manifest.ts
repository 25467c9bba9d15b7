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

const isManifest = (value: unknown): value is Manifest =>
  isObject(value) && isObject(value.metadata) && typeof value.metadata.name === 'string';

/**
 * An object as cdk8s writes it, its fields as they were given: `alert`, `expr`, `for`, `labels`, `annotations`. Unless this variable is set
 * cdk8s sorts them by their letters; it is set for this object alone, since what others of the process write is theirs.
 */
const unsorted = (object: ApiObject): unknown => {
  const { CDK8S_DISABLE_SORT: before } = process.env;
  process.env.CDK8S_DISABLE_SORT = 'true';
  try {
    return object.toJson();
  } finally {
    if (before === undefined) delete process.env.CDK8S_DISABLE_SORT;
    else process.env.CDK8S_DISABLE_SORT = before;
  }
};

/** The manifest of an object, its identity first. Throws what cdk8s throws when a value cannot be written. */
export const manifestOf = (object: ApiObject): Manifest => {
  const written = unsorted(object);
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
