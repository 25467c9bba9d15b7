import { isObject } from '#ground/field.js';
import { saying, saysNothing } from '#incoming/dashboards/both.js';

/** The same JSON whatever the order of its fields, without what says nothing. */
const settled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(settled);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(saying(value))
      .map(([key, each]) => [key, settled(each)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};
/** Whether two pieces of JSON say the same. */
export const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
const textOf = (value: unknown): string => {
  const whole = settled(value);
  return saysNothing(whole) ? '' : JSON.stringify(whole);
};
