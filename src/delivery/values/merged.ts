import { stepInto } from '#ground/field.js';
import type { Value, Values } from './contribution.js';

const isBranch = (value: Value): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    [...new Set([...Object.keys(first), ...Object.keys(second)])]
      .map((key) => [key, both(stepInto(where, key), first[key], second[key])] as const)
      .filter(([, value]) => value !== undefined),
  );

/**
 * One tree of several, branch by branch, in the order in which keys first come.
 *
 * @throws Error where two of them say different things of one leaf, a list among them.
 */
export const merged = (trees: readonly Values[]): Values =>
  trees.reduce((whole, tree) => joined('', whole, tree), {});
