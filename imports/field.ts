/** Where a value stands in a manifest: field names, and indexes of lists. */
export type Field = readonly (string | number)[];

const plain = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `spec.endpoints[0].interval`, `metadata.labels["app.kubernetes.io/name"]`; the object itself is the empty text. */
export const fieldText = (field: Field): string =>
  field
    .map((step, i) =>
      typeof step === 'number' ? `[${step}]` : plain.test(step) ? (i > 0 ? '.' : '') + step : `["${step}"]`,
    )
    .join('');

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `field`, or undefined when nothing does. */
export const valueAt = (root: unknown, field: Field): unknown =>
  field.reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
    return isObject(value) ? value[step] : undefined;
  }, root);
