import type { Expr } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';

/** A part of an expression that is not known here: what holds it is not judged. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';

  constructor(
    readonly part: Expr,
    /** What is not known, as the rest of a sentence: `is of native histograms`. */
    readonly why: string,
  ) {
    super(`'${inline(part)}' ${why}`);
  }
}
