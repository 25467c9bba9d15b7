import { type Field, isObject } from '#ground/field.js';
import { rememberedByText } from '#ground/remembered.js';

/** Steps of a path: names, and `[]` for every item of a list. */
const stepsOf = rememberedByText((path): readonly string[] => path.split(/\.|(?=\[\])/));

const along = (value: unknown, steps: readonly string[], at: number, field: Field): readonly Field[] => {
  const step = steps[at];
  if (step === undefined) return [field];
  if (step === '[]')
    return Array.isArray(value)
      ? value.flatMap((each: unknown, i) => along(each, steps, at + 1, [...field, i]))
      : [];
  return isObject(value) ? along(value[step], steps, at + 1, [...field, step]) : [];
};

/** The fields that a path names in an object, there or not: `spec.ports[].protocol` names one for each port that is there. */
export const fieldsAt = (root: unknown, path: string): readonly Field[] => along(root, stepsOf(path), 0, []);

/** The lists that a path leads through, outermost first: `spec.endpoints` and `spec.endpoints[].relabelings`. */
export const listsAlong = rememberedByText((path): readonly string[] =>
  [...path.matchAll(/\[\]/g)].map(({ index }) => path.slice(0, index)),
);
