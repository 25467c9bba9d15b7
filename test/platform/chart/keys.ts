import type { Value, Values } from '#delivery/values/contribution.js';
import { type Field, fieldText, isObject } from '#ground/field.js';

/** Where each value stands that is no branch. */
export const leaves = (values: Values, above: Field = []): readonly Field[] =>
  Object.entries(values).flatMap(([key, value]: readonly [string, Value]) =>
    isObject(value) && Object.keys(value).length > 0 ? leaves(value, [...above, key]) : [[...above, key]],
  );

/** Each place on the way to one, that itself the last: `grafana`, `grafana.admin`, `grafana.admin.userKey`. */
const way = (field: Field): readonly string[] => field.map((_, i) => fieldText(field.slice(0, i + 1)));

/** What is written where the chart has no such key, nor anything above it that takes whatever stands below. */
export const unknownTo = (keys: ReadonlySet<string>, values: Values): readonly string[] =>
  leaves(values)
    .filter((field) => !way(field).some((each) => keys.has(each)))
    .map(fieldText);

/** Of the chart's keys those that are written. */
export const writtenOf = (keys: Iterable<string>, values: readonly Values[]): ReadonlySet<string> => {
  const all = new Set(values.flatMap((each) => leaves(each).flatMap(way)));
  return new Set([...keys].filter((key) => all.has(key)));
};
