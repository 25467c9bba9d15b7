import type { Expr } from '#promql/expr/ast.js';

/** The smallest part of an expression that is to blame, and why. */
export interface Blame {
  readonly blame: Expr;
  /** A sentence without its end, which quotes PromQL: `'a > 5 and a < 3' holds for no value`. */
  readonly why: string;
}
