import type { Code } from '#ground/codes/codes.js';
import type { Fault } from '#ground/fault.js';
import { type Field, valueAt } from '#ground/field.js';

/** What is wrong with one field of a manifest. Where that stands in the estate, whoever renders it knows. */
export interface FieldFault extends Omit<Fault, 'where'> {
  readonly field: Field;
}

/** Longer texts are cut: a fault quotes enough to be found, not a whole dashboard. */
const longest = 240;

/** A value as it is quoted in a fault: JSON, cut to one line that can be read. */
export const quote = (value: unknown): string => {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** A fault of `field` in `manifest`, quoting what stands there. */
export const fieldFault = (
  manifest: unknown,
  field: Field,
  code: Code,
  why: string,
  cure: string,
): FieldFault => ({
  field,
  what: quote(valueAt(manifest, field)),
  code,
  why,
  cure,
});
