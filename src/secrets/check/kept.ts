import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';

/** A Secret as a cluster has it. Its values are looked at, and never told. */
export interface KeptSecret {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  /** Values as the API server writes them, in base64. */
  readonly data: ReadonlyMap<string, string>;
}

const how = 'kubectl get secrets -A -o json | cheomseong secrets check';

// What was read holds every secret of the cluster: no message repeats any of it, nor what a parser says of it.
const refused = (why: string): UsageError => new UsageError([`standard input ${why}: ${how}`]);

const parsed = (text: string): unknown => {
  if (text.trim() === '') throw refused('is empty');
  try {
    return JSON.parse(text);
  } catch {
    throw refused('is no JSON');
  }
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Value = readonly [key: string, value: string];

const valuesOf = (data: unknown): readonly Value[] =>
  Object.entries(isObject(data) ? data : {}).map(([key, value]) => [key, textOf(value)]);

const encoded = ([key, text]: Value): Value => [key, Buffer.from(text).toString('base64')];

const secretOf = (item: unknown): readonly KeptSecret[] => {
  if (!isObject(item) || !isObject(item['metadata'])) return [];
  const { metadata, kind, type, data, stringData } = item;
  // Items of a list may leave out their kind.
  if (kind !== undefined && kind !== 'Secret') return [];
  return [
    {
      namespace: textOf(metadata['namespace']),
      name: textOf(metadata['name']),
      type: textOf(type),
      // What is not in a cluster yet may have texts as they are: the API server takes these before the others.
      data: new Map([...valuesOf(data), ...valuesOf(stringData).map(encoded)]),
    },
  ];
};

/** The items of a list; Go writes an empty one as null too. */
const itemsOf = ({ items }: Readonly<Record<string, unknown>>): readonly unknown[] | undefined =>
  items === null ? [] : Array.isArray(items) ? items : undefined;

/**
 * The Secrets that `kubectl get secrets -A -o json` wrote; one alone, as `kubectl get secret NAME -o json` writes it, too.
 *
 * @throws UsageError where it is nothing of the kind. Nothing of what was read is in its message.
 */
export const keptSecrets = (text: string): readonly KeptSecret[] => {
  const read = parsed(text);
  if (!isObject(read)) throw refused('is no list of Secrets');
  const items = itemsOf(read) ?? (read['kind'] === 'Secret' ? [read] : undefined);
  if (items === undefined) throw refused('is no list of Secrets');
  const found = items.flatMap(secretOf);
  if (items.length > 0 && found.length === 0) throw refused('lists other objects than Secrets');
  return found;
};
