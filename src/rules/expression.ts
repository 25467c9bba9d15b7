import type { Code } from '#ground/codes/codes.js';
import type { Reason } from '#ground/fault.js';
import type { Expr } from '#promql/expr/ast.js';
import { type Lookup, PromqlError, parse } from '#promql/expr/parse.js';
import { renamedFunctions } from '#promql/expr/functions.js';
import { typeFaults } from '#promql/expr/types.js';
import { meantFunction, unknownFunctions } from '#promql/expr/unknown-function.js';
import { unread } from './metrics/told.js';

/** What became of a text of PromQL. */
export type Parsed =
  | { readonly expr: Expr }
  /** Prometheus refuses it, as far as this reader knows; promtool has the last word. */
  | { readonly wrong: readonly Reason[] }
  /** Prometheus may take it, but this reader does not: a newer function, another's language. */
  | { readonly unknown: readonly Reason[] };

/** What the reader does not know, which others may: newer releases, or what a flag turns on. */
const beyond: readonly Code[] = [
  'no-such-function',
  'needs-a-flag',
  'needs-newer-prometheus',
  'no-such-metric',
];

/**
 * The tree of an expression whose metrics nobody has declared.
 *
 * @param lookup What is known of metrics; by their names alone, unless given.
 */
export const parsed = (text: string, lookup: Lookup = unread): Parsed => {
  try {
    const expr = parse(text, lookup);
    return sorted(text, typeFaults(expr)) ?? { expr };
  } catch (error) {
    if (error instanceof PromqlError) return sorted(text, error.faults) ?? { unknown: [] };
    throw error;
  }
};

/** Where a part is not known, nothing is said of the rest: it may mean something else. */
const sorted = (text: string, faults: readonly Reason[]): Parsed | undefined => {
  const unknown = faults.filter(({ code }) => beyond.includes(code));
  if (unknown.every(({ code }) => code === 'no-such-function') && isMisspelt(text)) return { wrong: faults };
  if (unknown.length > 0) return { unknown };
  return faults.length > 0 ? { wrong: faults } : undefined;
};

/** Whether all functions that nobody knows are near one that is known, as a slip of the pen is. */
const isMisspelt = (text: string): boolean => {
  const names = unknownFunctions(text).map((each) => each.text);
  return (
    names.length > 0 &&
    names.every((name) => !renamedFunctions.has(name) && meantFunction(name) !== undefined)
  );
};
