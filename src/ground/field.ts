/** Where a value stands in a manifest: field names, and indexes of lists. */
export type Field = readonly (string | number)[];

const plain = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The text of a field, one step further down. */
export const stepInto = (text: string, step: string | number): string => {
  if (typeof step === 'number') return `${text}[${step}]`;
  if (!plain.test(step)) return `${text}["${step}"]`;
  return text === '' ? step : `${text}.${step}`;
};

/** `spec.endpoints[0].interval`, `metadata.labels["app.kubernetes.io/name"]`; the object itself is the empty text. */
export const fieldText = (field: Field): string => field.reduce<string>(stepInto, '');

/** Where a field of a construct's manifest stands in the estate: `observer/rules spec.groups[0].interval`. */
export const atField = (construct: string, field: string): string =>
  field === '' ? construct : `${construct} ${field}`;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `field`, or undefined when nothing does. */
export const valueAt = (root: unknown, field: Field): unknown =>
  field.reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
    return isObject(value) ? value[step] : undefined;
  }, root);
