/** What becomes of a part of an object between a manifest and what an API server hands back. Paths are as `fieldsAt` reads them. */
export interface Part {
  /** What is filled in where nothing stands, and its parent is there. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Lists that are merged item by item, with the fields that tell items apart. All other lists are compared whole. */
  readonly keyed: Readonly<Record<string, readonly string[]>>;
  /** Fields that are dropped where they say nothing: false, 0, or empty. */
  readonly dropped: readonly string[];
}

/** What becomes of an object of a kind. */
export interface Defaults extends Part {
  readonly kind: string;
}

/** The same part of an object, which stands at a path. */
export const at = (path: string, { filled, keyed, dropped }: Part): Part => {
  const below = <T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${path}.${field}`, value]));
  return { filled: below(filled), keyed: below(keyed), dropped: dropped.map((field) => `${path}.${field}`) };
};

/** Parts of one object. */
export const together = (...parts: readonly Part[]): Part => ({
  filled: Object.fromEntries(parts.flatMap(({ filled }) => Object.entries(filled))),
  keyed: Object.fromEntries(parts.flatMap(({ keyed }) => Object.entries(keyed))),
  dropped: parts.flatMap(({ dropped }) => dropped),
});

/** Of every object: its metadata. */
export const ofEvery: Part = {
  filled: {},
  keyed: {},
  dropped: ['labels', 'annotations', 'finalizers', 'ownerReferences', 'creationTimestamp'].map(
    (field) => `metadata.${field}`,
  ),
};
