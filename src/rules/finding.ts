import type { Expr } from '#promql/expr/ast.js';
import type { Place, WrittenAlert } from './rule.js';

/**
 * What may be found of an alert that somebody wrote:
 *
 * - `cannot fire`: no series make its expression hold.
 * - `cannot mature`: the expression may hold, but never for as long as its `for`.
 * - `cannot clear`: once it fires it fires until a restart, as a counter does that is compared as it stands.
 * - `goes silent`: it is quiet where it is worst, as a count of what is well is nothing when nothing is.
 * - `no producer`: it reads a metric that nothing declared or scraped exports.
 * - `two groups, one alert`: two rules make alerts of the same labels, of which one overwrites the other.
 * - `empty text`: a text of it speaks of a label that its expression does not keep.
 * - `refused`: Prometheus does not take it.
 * - `not judged`: a part of it is not known here, such as a newer function; nothing is said of it.
 * - `empty by design`: whoever wrote it said that it never fires, and why.
 */
export const findingKinds = [
  ...(['cannot fire', 'cannot mature', 'cannot clear', 'goes silent', 'no producer'] as const),
  ...(['two groups, one alert', 'empty text', 'refused', 'not judged', 'empty by design'] as const),
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `fact`: it follows from what was read. `guess`: it holds where names and kinds mean what they usually do. */
export type Certainty = 'fact' | 'guess';

/** One thing that was found of an alert. */
export interface Finding {
  readonly kind: FindingKind;
  readonly certainty: Certainty;
  /** The smallest part of its expression that is to blame, where one is: as it was read, so that its line can be found. */
  readonly blame?: Expr;
  /** Other places that it is about: of the rule that makes the same alert. */
  readonly elsewhere?: readonly Place[];
  /** A sentence without its end, which may quote PromQL: `'a > 5 and a < 3' holds for no value`. */
  readonly why: string;
  /** What to write instead, as a sentence without its end; empty where there is nothing to say. */
  readonly cure: string;
}

/** A finding, and the alert that it is of. */
export interface FindingOf {
  readonly alert: WrittenAlert;
  readonly finding: Finding;
}
