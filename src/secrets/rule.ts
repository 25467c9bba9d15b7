import type { SecretPlace, SecretSource } from '#cluster/secret-source.js';
import { type Fault, Refusal } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { exactly, named } from '#ground/shape.js';

type External = Extract<SecretSource, { readonly by: 'external-secrets' }>;
type Asked = Parameters<External['path']>[0];

/** Why a rule has no place for a key. */
export type NoPlace = Pick<Fault, 'code' | 'why'>;

const place = exactly({ key: named }, { property: named });
const isPlace = (value: unknown): value is SecretPlace => place('', value).length === 0;

const one = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return isObject(value) ? 'an object' : String(value);
};

/** What a rule gave back, as a message quotes it: the fields of an object too. */
const shown = (value: unknown): string => {
  if (value instanceof Promise) return 'a promise';
  if (!isObject(value)) return one(value);
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${one(each)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const thrownText = (error: unknown): string => {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : one(error);
};

/** Where a rule says that a key is kept. It is an estate's own: it may throw, or give back what is no place. */
export const placeOf = ({ path }: External, asked: Asked): SecretPlace | NoPlace => {
  try {
    const given: unknown = path(asked);
    if (isPlace(given)) return given;
    return { code: 'wrong-type', why: `gave back ${shown(given)}, and not { key, property }` };
  } catch (error) {
    return { code: 'thrown', why: `threw ${thrownText(error)}` };
  }
};
