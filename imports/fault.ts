import { type Field, valueAt } from '../ground/field.js';

/** What is wrong with one field of a manifest. */
export interface Fault {
  readonly field: Field;
  /** The offending text, as it stands in the manifest. */
  readonly text: string;
  /** Why it is refused. */
  readonly message: string;
  /** What to write instead. */
  readonly cure: string;
}

/** Longer texts are cut: a fault quotes enough to be found, not a whole dashboard. */
const longest = 240;

/** A value as it is quoted in a fault: JSON, cut to one line that can be read. */
export const quote = (value: unknown): string => {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** A fault of `field` in `manifest`, quoting what stands there. */
export const fault = (manifest: unknown, field: Field, message: string, cure: string): Fault => ({
  field,
  text: quote(valueAt(manifest, field)),
  message,
  cure,
});
