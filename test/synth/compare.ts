import { parse } from 'yaml';
import { isObject, stepInto } from '#ground/field.js';

/** One field that differs between two folders of manifests. Undefined stands for what is not there. */
export interface Difference {
  /** The file: `observer/PrometheusRule.observer.yaml`. */
  readonly object: string;
  /** `spec.groups[observer].rules[ObserverHighLatency].for`; empty for an object that only one side has. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Change = Omit<Difference, 'object'>;

/** What the items of a list are called in manifests and dashboards. */
const identities = ['name', 'alert', 'record', 'port', 'title', 'refId'];

const identityOf = (item: unknown): string | undefined => {
  const found = isObject(item)
    ? identities.map((key) => item[key]).find((name) => typeof name === 'string')
    : undefined;
  return typeof found === 'string' ? found : undefined;
};

type Items = ReadonlyMap<string, unknown>;

/** The items by what they are called; undefined when some have no name or share one. */
const byIdentity = (list: readonly unknown[]): Items | undefined => {
  const named = list.flatMap((item) => {
    const identity = identityOf(item);
    return identity === undefined ? [] : [[identity, item] as const];
  });
  const items = new Map(named);
  return items.size === list.length ? items : undefined;
};

const byIndex = (list: readonly unknown[]): Items => new Map(list.map((item, i) => [String(i), item]));

const itemChanges = (before: Items, after: Items, at: (key: string) => string): readonly Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    changes(before.get(key), after.get(key), at(key)),
  );

const listChanges = (
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
): readonly Change[] => {
  const [from, to] = [byIdentity(before), byIdentity(after)];
  if (from === undefined || to === undefined) {
    return itemChanges(byIndex(before), byIndex(after), (index) => `${field}[${index}]`);
  }
  const [was, is] = [
    [...from.keys()].filter((key) => to.has(key)),
    [...to.keys()].filter((key) => from.has(key)),
  ];
  const order = was.join() === is.join() ? [] : [{ field: `${field}, order`, before: was, after: is }];
  return [...itemChanges(from, to, (name) => `${field}[${name}]`), ...order];
};

/** What a text says when it is read as YAML or JSON; the text itself when it is neither. */
const contentOf = (text: string, read: (text: string) => unknown): unknown => {
  try {
    return read(text);
  } catch {
    return text;
  }
};

const parseJson = (text: string): unknown => JSON.parse(text);

/** Dashboards are JSON within YAML: they are compared by their own fields too. */
const textChanges = (before: string, after: string, field: string): readonly Change[] => {
  const [from, to] = [contentOf(before, parseJson), contentOf(after, parseJson)];
  const inside = isObject(from) && isObject(to) ? changes(from, to, field) : [];
  return inside.length > 0 ? inside : [{ field, before, after }];
};

const changes = (before: unknown, after: unknown, field: string): readonly Change[] => {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, field);
  if (isObject(before) && isObject(after)) {
    const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    return itemChanges(from, to, (key) => stepInto(field, key));
  }
  if (typeof before === 'string' && typeof after === 'string') return textChanges(before, after, field);
  return [{ field, before, after }];
};

const objectChanges = (before: string | undefined, after: string | undefined): readonly Change[] => {
  if (before === after) return [];
  const whole = [{ field: '', before, after }];
  if (before === undefined || after === undefined) return whole;
  const found = changes(contentOf(before, parse), contentOf(after, parse), '');
  // the order of fields, or the way in which the file is written
  return found.length > 0 ? found : whole;
};

/** Every field in which two sets of manifests differ, text by path: what is committed, and what the code makes now. */
export const compare = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((object) =>
      objectChanges(before.get(object), after.get(object)).map((change) => ({ object, ...change })),
    );
