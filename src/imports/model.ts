/**
 * A class of @kubernetes-models: it knows its apiVersion and kind, and its `validate` checks the object it is called on
 * against the schema that its package generated from the Go types of Kubernetes and the operator.
 */
export interface Model {
  readonly apiVersion: string;
  readonly kind: string;
  readonly prototype: { validate(): void };
}

/** One finding of such a validator, in the format of JSON Schema validators. */
export interface SchemaError {
  /** JSON pointer: `/spec/endpoints/0/interval`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: {
    readonly type?: string;
    readonly allowedValues?: readonly unknown[];
    readonly missingProperty?: string;
    readonly pattern?: string;
    readonly format?: string;
    readonly limit?: number;
  };
  readonly message?: string;
}

const carriesErrors = (error: unknown): error is { readonly errors: readonly SchemaError[] } =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors);

/** Everything that the model's schema finds wrong with `object`. */
export const schemaErrors = (model: Model, object: object): readonly SchemaError[] => {
  try {
    model.prototype.validate.call(object);
    return [];
  } catch (error) {
    if (carriesErrors(error)) return error.errors;
    throw error;
  }
};
