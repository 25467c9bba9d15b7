import type { Code } from '#incoming/code/code.js';
import type { Unit } from '#promql/unit/unit.js';

/** An expression in typed words, with what the compiler will know of it. */
export interface Typed {
  readonly code: Code;
  /** Whether its series are as scraped: they carry at least the labels. Else exactly these. */
  readonly isScraped: boolean;
  readonly labels: readonly string[];
  readonly unit: Unit;
}

export const sameLabels = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();
