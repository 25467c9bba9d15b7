import { isObject } from '#ground/field.js';
import { type Code, list, object, verbatim } from '#incoming/code/code.js';
import { block } from '#incoming/code/text.js';

/** Something as code says it, and as it is once the code has run: both are made of the same, so that neither is another. */
export interface Both<T> {
  readonly code: Code;
  readonly value: T;
}

/** JSON as code: texts of several lines between backticks. */
export const jsonCode = (value: unknown): Code => {
  if (typeof value === 'string') return verbatim(block(value));
  if (Array.isArray(value)) return list(value.map(jsonCode));
  if (isObject(value))
    return object(
      Object.fromEntries(
        Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, jsonCode(each)]])),
      ),
    );
  return verbatim(String(value));
};

/** Whether JSON says nothing: nothing, an empty text, list or object. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

/** The same fields without those that say nothing, or that are none of its business. */
export const saying = (
  json: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(json).filter(([key, value]) => !saysNothing(value) && !without.includes(key)),
  );
