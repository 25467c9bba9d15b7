/**
 * A part of a custom resource's schema, OpenAPI as far as the API server takes it of a CRD and as far as kinds here have it:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema.
 */
export type Schema =
  | { readonly type: 'string'; readonly pattern?: string; readonly maxLength?: number }
  | { readonly type: 'boolean' | 'number' | 'integer' }
  | { readonly type: 'array'; readonly items: Schema }
  | { readonly type: 'object'; readonly additionalProperties: Schema }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, Schema>>;
      readonly required?: readonly string[];
    }
  | { readonly 'x-kubernetes-preserve-unknown-fields': true };
