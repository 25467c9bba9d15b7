import type { ComparisonOperator, Expr } from '#promql/expr/ast.js';
import type { Duration } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Scenario, Timing } from '#alerts/scenario/scenario.js';
import type { Standing } from '#alerts/scenario/standing.js';
import type { Facts, RuleSeverity } from './facts.js';
import type { Hours } from './hours.js';
import type { Spoken } from '#ground/language.js';
import type { Annotations, Runbook, Texts } from './says.js';

/** One alert as it must be told: its labels, and its texts. */
export interface Told {
  readonly labels: Readonly<Record<string, string>>;
  readonly texts: Spoken<Annotations>;
}

/** A scenario with the alerts that fire in it, at once. */
export interface Shown extends Scenario, Timing {
  readonly tells: readonly [Told, ...Told[]];
}

/** What an alert is proven by. */
export interface Scenarios {
  readonly fires: readonly Shown[];
  readonly quiet: readonly Scenario[];
  /** How far they may be believed; a person has written or confirmed them unless it says otherwise. */
  readonly standing?: Standing;
}

/** A signal, and what Prometheus compares it with. */
export interface Compared {
  readonly signal: Expr;
  readonly operator: ComparisonOperator;
  readonly limit: Limit;
}

/** A signal that tells by being there: it is compared with nothing. */
export interface Present {
  readonly signal: Expr;
  readonly operator?: never;
  readonly limit?: never;
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
  /** What its page and its proof are called, where several alerts of one application have its name; see `keyOf`. */
  readonly key?: string;
  readonly expr: Expr;
  readonly condition: Compared | Present;
  /** What Prometheus compares instead, where the condition's signal is an estimate: see `Counted`. */
  readonly counted?: Compared & { readonly line: Limit };
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  /** How far back its signal looks. */
  readonly window?: Duration;
  /** How often what it reads is scraped; of several scrapes the slowest. */
  readonly scrapedEvery: Duration;
  /** How grave it is; of an alert as it was written elsewhere that which the severity among its labels is like. */
  readonly severity: RuleSeverity;
  readonly component?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that its group gives all of its rules, where they do not say them. */
  readonly shared?: Readonly<Record<string, string>>;
  readonly during?: Hours;
  readonly texts: Spoken<Annotations>;
  /** Nothing of an alert as it was written elsewhere, whose annotations say or link to what there is. */
  readonly runbook?: Spoken<Runbook>;
  /** Of an alert as it was written elsewhere: which labels of its application it has, beside its own and those of its series. */
  readonly imported?: readonly AddedLabel[];
}

/** The labels by which alerts are routed here, and told from those of other applications. */
export const addedLabels = ['component', 'application', 'namespace'] as const;
/** One of them. */
export type AddedLabel = (typeof addedLabels)[number];

/** By what an alert's page and proof are told from those of others. */
export const keyOf = ({ name, key = name }: Pick<RuleFacts, 'name' | 'key'>): string => key;

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
  /** The same alert with a severity of ours, which that among its labels is like; not where that is one of ours already. */
  likened?(severity: RuleSeverity): AlertRule;
}

/** An alert of this project's own: it compares with a limit, is told in sentences, and has a page. */
export interface OwnRule extends AlertRule {
  readonly condition: Compared;
  readonly texts: Spoken<Texts>;
  readonly runbook: Spoken<Runbook>;
  redefined(change: Change): OwnRule;
  scraped(every: Duration): OwnRule;
}

/** Whether an alert is one of this project's own; else it was written elsewhere, and is rendered as it was. */
export const isOwn = (rule: AlertRule): rule is OwnRule => rule.imported === undefined;
