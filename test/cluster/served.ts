import { type Field, isObject, valueAt } from '#ground/field.js';
import { defaults } from '#imports/served/defaults.js';
import type { Defaults } from '#imports/served/part.js';
import { fieldsAt } from '#imports/served/path.js';

const nothing: Defaults = { kind: '', filled: {}, keyed: {}, dropped: [] };
const defaultsOf = (object: unknown): Defaults =>
  defaults.find(({ kind }) => kind === valueAt(object, ['kind'])) ?? nothing;

/** The same object with another value at a field; without the field where the value is undefined. */
const withValue = (object: unknown, [step, ...rest]: Field, value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(object))
    return object.map((item: unknown, i) => (i === step ? withValue(item, rest, value) : item));
  if (!isObject(object)) return object;
  const { [step]: before, ...others } = object;
  const after = withValue(before, rest, value);
  return after === undefined ? others : { ...object, [step]: after };
};

const isEmpty = (value: unknown): boolean =>
  [null, false, 0, ''].some((empty) => empty === value) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** What an API server hands back of a manifest that it took: with what it fills in, without what it drops. */
export const served = (manifest: object): unknown => {
  const { filled, dropped } = defaultsOf(manifest);
  const full = Object.entries(filled).reduce<unknown>(
    (object, [path, value]) =>
      fieldsAt(object, path)
        .filter((field) => valueAt(object, field) === undefined)
        .reduce((each, field) => withValue(each, field, value), object),
    manifest,
  );
  return dropped
    .flatMap((path) => fieldsAt(full, path))
    .filter((field) => isEmpty(valueAt(full, field)))
    .reduce((object, field) => withValue(object, field, undefined), full);
};

const merged = (live: unknown, wanted: unknown, path: string, keyed: Defaults['keyed']): unknown => {
  if (isObject(live) && isObject(wanted))
    return Object.entries(wanted).reduce(
      (object, [field, value]) => ({
        ...object,
        [field]: merged(live[field], value, path === '' ? field : `${path}.${field}`, keyed),
      }),
      live,
    );
  const keys = keyed[path];
  if (keys === undefined || !Array.isArray(live) || !Array.isArray(wanted)) return wanted;
  const isSame = (one: unknown, other: unknown): boolean =>
    // A key that a manifest leaves out is the one that is filled in.
    keys.every((key) => [undefined, valueAt(one, [key])].includes(valueAt(other, [key])));
  return live.map((item: unknown) => {
    const found: unknown = wanted.find((each) => isSame(item, each));
    return found === undefined ? item : merged(item, found, `${path}[]`, keyed);
  });
};

/**
 * What applying a manifest again would make of the object that is there, by server-side apply: what ArgoCD's structured-merge diff
 * compares with it. https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export const appliedAgain = (live: unknown, manifest: object): unknown =>
  merged(live, manifest, '', defaultsOf(manifest).keyed);
