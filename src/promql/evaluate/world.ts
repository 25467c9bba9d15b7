import type { Selector } from '#promql/expr/ast.js';

/** One series as it reads at a moment. */
export interface Read {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What an expression reads: series, a number, or nothing that can be told. */
export type Result = readonly Read[] | number | 'unknown';

/** What is known of series: those that a selector reads, or that it is not known which. */
export type World = (selector: Selector) => readonly Read[] | 'unknown';

/** Series, where a result is some. */
export const isSeries = (result: Result): result is readonly Read[] => typeof result === 'object';
/** Whether a result is no series at all: what is made of it is none either. */
export const isNothing = (result: Result): boolean => isSeries(result) && result.length === 0;
