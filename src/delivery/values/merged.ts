import { stepInto } from '#ground/field.js';
import type { Value, Values } from './contribution.js';

const isBranch = (value: Value): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without what is undefined, and without branches in which all is. */
const said = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(said);
  if (!isBranch(value)) return value;
  const all = Object.entries(value);
  const kept = all.map(([key, each]) => [key, said(each)] as const).filter(([, each]) => each !== undefined);
  return all.length > 0 && kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const both = (where: string, first: Value, second: Value): Value => {
  if (first === undefined) return second;
  if (second === undefined || JSON.stringify(first) === JSON.stringify(second)) return first;
  if (isBranch(first) && isBranch(second)) return joined(where, first, second);
  throw new Error(
    `${where}: two contributions write it, ${JSON.stringify(first)} and ${JSON.stringify(second)}`,
  );
};

const joined = (where: string, first: Values, second: Values): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(first), ...Object.keys(second)])].map((key) => [
      key,
      both(stepInto(where, key), first[key], second[key]),
    ]),
  );

/**
 * One tree of several, branch by branch, in the order in which keys first come.
 *
 * @throws Error where two of them say different things of one leaf, a list among them.
 */
export const merged = (trees: readonly Values[]): Values =>
  trees
    .map(said)
    .filter(isBranch)
    .reduce((whole, tree) => joined('', whole, tree), {});
