import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { Localized } from '#ground/language.js';
import type { Expr } from '#promql/expr/ast.js';

/** Something of an application that is there so many times, or should be. */
export interface Counted {
  /** What people call it: `api`, `exporters`. */
  readonly name: Localized;
  /** How many answer; one series without labels. */
  readonly up: Expr;
  /** How many there are; one series without labels. */
  readonly of: Expr;
  /** That of the gravest alert on one that does not answer. */
  readonly severity: RuleSeverity;
}

/** An objective, and what is left of its error budget: 1 is all of it, below 0 it is missed. */
export interface BudgetLeft {
  readonly title: Localized;
  readonly left: Expr;
}

/** What the strip on top of an application's dashboards tells, beside its alerts. */
export interface StripFacts {
  readonly counted: readonly Counted[];
  readonly budgets: readonly BudgetLeft[];
}
