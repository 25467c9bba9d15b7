import type { WrittenAlert } from '#rules/rule.js';
import type { Expr } from '#promql/expr/ast.js';
import type { FiringAlert } from '#proof/promtool/complaint.js';
import type { Verdict } from '#proof/rules/verdict.js';

/** Whether the proof of an alert says what its histograms observe, or how each of their series goes. */
export type Histograms = 'observe' | 'series';

/** How an alert is written: in the best way in which it compiles and renders what came in. */
export interface Way {
  readonly expr: 'typed' | 'as written';
  readonly proof: 'derived' | 'unproven';
  /** What its histograms observe, unless the proof does not hold by that. */
  readonly histograms?: Histograms;
  /** How it is told by its proof as it is written, where that is otherwise than when it was derived. */
  readonly told?: readonly FiringAlert[];
  /** Why it has no proof though one was derived. */
  readonly why?: string;
}

/** An alert that came in, with all that is known of it. */
export interface Incoming {
  readonly alert: WrittenAlert;
  readonly expr: Expr;
  /** Labels that its group gives all of its rules. */
  readonly shared: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  /** What its page and its proof are called, where another has its name. */
  readonly key?: string;
}
