import { type Code, called } from '#incoming/code/code.js';
import type { Unit } from '#promql/unit/unit.js';

/** An expression in typed words, with what the compiler will know of it. */
export interface Typed {
  readonly code: Code;
  /**
   * `samples`: as scraped, with at least these labels, which only an aggregation takes. `each`: the same as a vector, of which each series
   * is one of its own. `vector`: with exactly these labels.
   */
  readonly of: 'samples' | 'each' | 'vector';
  readonly labels: readonly string[];
  readonly unit: Unit;
}

/** Series as scraped as a vector: each is one of its own. */
export const each = (typed: Typed): Typed =>
  typed.of === 'samples' ? { ...typed, code: called('eachSeries', typed.code), of: 'each' } : typed;

export const sameLabels = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();
