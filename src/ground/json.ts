import { type Field, isObject, valueAt } from './field.js';

/** The text that stands at a field of JSON; nothing where something else does. */
export const textAt = (root: unknown, ...field: Field): string | undefined => {
  const value = valueAt(root, field);
  return typeof value === 'string' ? value : undefined;
};

/** The number that stands there. */
export const numberAt = (root: unknown, ...field: Field): number | undefined => {
  const value = valueAt(root, field);
  return typeof value === 'number' ? value : undefined;
};

/** Whether `true` stands there. */
export const isTrueAt = (root: unknown, ...field: Field): boolean => valueAt(root, field) === true;

/** The list that stands there; an empty one where something else does. */
export const listAt = (root: unknown, ...field: Field): readonly unknown[] => {
  const value = valueAt(root, field);
  return Array.isArray(value) ? value : [];
};

/** The object that stands there; an empty one where something else does. */
export const objectAt = (root: unknown, ...field: Field): Readonly<Record<string, unknown>> => {
  const value = valueAt(root, field);
  return isObject(value) ? value : {};
};
