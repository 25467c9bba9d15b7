import { type Field, isObject, valueAt } from '#ground/field.js';

/** Steps of a path: names, and `[]` for every item of a list. */
const stepsOf = (path: string): readonly string[] => path.split(/\.|(?=\[\])/);

const stepped = (root: unknown, step: string, field: Field): readonly Field[] => {
  const value = valueAt(root, field);
  if (step === '[]') return Array.isArray(value) ? value.map((_, i) => [...field, i]) : [];
  return isObject(value) ? [[...field, step]] : [];
};

/** The fields that a path names in an object, there or not: `spec.ports[].protocol` names one for each port that is there. */
export const fieldsAt = (root: unknown, path: string): readonly Field[] =>
  stepsOf(path).reduce<readonly Field[]>(
    (fields, step) => fields.flatMap((field) => stepped(root, step, field)),
    [[]],
  );

/** The lists that a path leads through, outermost first: `spec.endpoints` and `spec.endpoints[].relabelings`. */
export const listsAlong = (path: string): readonly string[] =>
  [...path.matchAll(/\[\]/g)].map(({ index }) => path.slice(0, index));
