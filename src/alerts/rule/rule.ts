import type { ComparisonOperator, Expr } from '#promql/expr/ast.js';
import type { Duration } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Scenario, Timing } from '#alerts/scenario/scenario.js';
import type { Facts, RuleSeverity } from './facts.js';
import type { Hours } from './hours.js';
import type { Spoken } from '#ground/language.js';
import type { Runbook, Texts } from './says.js';

/** One alert as it must be told: its labels, and its texts. */
export interface Told {
  readonly labels: Readonly<Record<string, string>>;
  readonly texts: Spoken<Texts>;
}

/** A scenario with the alerts that fire in it, at once. */
export interface Shown extends Scenario, Timing {
  readonly tells: readonly [Told, ...Told[]];
}

/** What an alert is proven by. */
export interface Scenarios {
  readonly fires: readonly Shown[];
  readonly quiet: readonly Scenario[];
}

/** What an application may say anew of an alert. */
export interface Change<U extends Unit = Unit> extends Partial<Facts<U>> {
  readonly name?: string;
  readonly component?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What Prometheus, Alertmanager and whoever is on call are told of an alert. */
export interface RuleFacts {
  readonly name: string;
  readonly expr: Expr;
  readonly condition: { readonly signal: Expr; readonly operator: ComparisonOperator; readonly limit: Limit };
  /** What Prometheus compares instead, where the condition's signal is an estimate: see `Counted`. */
  readonly counted?: {
    readonly signal: Expr;
    readonly operator: ComparisonOperator;
    readonly limit: Limit;
    readonly line: Limit;
  };
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  /** How far back its signal looks. */
  readonly window?: Duration;
  /** How often what it reads is scraped; of several scrapes the slowest. */
  readonly scrapedEvery: Duration;
  readonly severity: RuleSeverity;
  readonly component?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly during?: Hours;
  readonly texts: Spoken<Texts>;
  readonly runbook: Spoken<Runbook>;
}

/** An alerting rule as its readers see it: renderers, runbooks, routing, proofs. */
export interface AlertRule extends RuleFacts {
  /** What it may not mean, and is only told of: see `ruleHints`. */
  readonly hints: readonly Fault[];
  /**
   * What it is proven by; worked out when it is first asked for, which synthesis never does.
   *
   * @throws Error on scenarios that prove nothing: see `proofFaults`.
   */
  readonly scenarios: () => Scenarios;
  /** Stands for the alert in the ledger of those that were made, whatever it is renamed to: see `made.ts`. */
  readonly made: object;
  /**
   * The same alert, made anew of other facts: expression, sentences, runbook and proof follow.
   *
   * @throws Error where the alert cannot work with these facts, as `alert` does.
   */
  redefined(change: Change): AlertRule;
  /** The same alert of what is scraped so often: what it reads without a window it reads on for longer. */
  scraped(every: Duration): AlertRule;
}
