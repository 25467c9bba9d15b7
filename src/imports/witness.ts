import type { Field } from '#ground/field.js';

/** An object that a validator looked into, and the names that it asked for. */
interface Sighting {
  readonly field: Field;
  readonly object: object;
  readonly asked: ReadonlySet<string>;
}

/** A field that the manifest has and the schema does not, with the names that the schema knows at this place. */
export interface Undeclared {
  readonly field: Field;
  readonly known: readonly string[];
}

/**
 * A copy of `root` that remembers what is read of it.
 *
 * The generated validators ignore fields that their schema lacks, but they ask every object for every field that it
 * declares, and every map for all of its keys. So a key that was not asked for, of an object that was asked for anything at
 * all, is not in the schema. An object that was asked for nothing is free-form JSON to its schema.
 */
export const witness = (
  root: object,
): { readonly copy: object; readonly undeclared: () => readonly Undeclared[] } => {
  const sightings: Sighting[] = [];
  const watch = (object: object, field: Field): object => {
    const asked = new Set<string>();
    const inner = new Map<string, object>();
    sightings.push({ field, object, asked });
    return new Proxy(Array.isArray(object) ? Array.from<unknown>(object) : { ...object }, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol') return value;
        asked.add(key);
        if (typeof value !== 'object' || value === null) return value;
        const known = inner.get(key) ?? watch(value, [...field, Array.isArray(object) ? Number(key) : key]);
        inner.set(key, known);
        return known;
      },
    });
  };
  const undeclared = () =>
    sightings.flatMap(({ field, object, asked }) => {
      if (Array.isArray(object) || asked.size === 0) return [];
      const strangers = Object.keys(object).filter((key) => !asked.has(key));
      if (strangers.length === 0) return [];
      const known = [...asked].sort();
      return strangers.map((key) => ({ field: [...field, key], known }));
    });
  return { copy: watch(root, []), undeclared };
};
