import { type Expr, number } from '../../promql/expr/ast.js';
import type { Duration } from '../../promql/unit/duration.js';
import { humanize, humanizeTemplate } from '../../promql/unit/humanize.js';
import type { Limit } from '../../promql/unit/limit.js';
import type { Unit } from '../../promql/unit/unit.js';
import { and } from '../../promql/vector/set.js';
import { on } from '../../promql/vector/matching.js';
import { compare } from '../../promql/vector/compare.js';
import type { Vector } from '../../promql/vector/vector.js';
import type { Condition } from './condition.js';
import { faultsOf } from './fault.js';
import { type Hours, isDuring } from './hours.js';
import type { Language, Localized } from './language.js';
import type { Firing, Proof, Scenario } from './proof.js';
import type { Runbook } from './runbook.js';

/** `critical` pages a person at any hour, `warning` waits for the working day. */
export type Severity = 'critical' | 'warning';

/** What an alert says: one sentence for the list, and some for the message. */
export interface Texts {
  readonly summary: string;
  readonly description: string;
}

/** What an alert's texts may name. */
export interface Says<L extends string> {
  /** The present value, in its unit. */
  readonly value: string;
  /** The limit, in its unit. */
  readonly limit: string;
  /** The labels that the expression still has. */
  readonly labels: Readonly<Record<L, string>>;
}

export interface AlertSpec<L extends string, U extends Unit> {
  readonly when: Condition<L, U>;
  /** Only where this has a series too: enough traffic for a ratio to mean something. */
  readonly given?: Vector<L>;
  /** Only during these hours. */
  readonly during?: Hours;
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  /** The part of the application that is concerned; the application itself by default. */
  readonly component?: string;
  /** Further labels for routing. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly texts: (says: Says<L>) => Localized<Texts>;
  readonly runbook: Localized<Runbook>;
  readonly proof: Proof<L>;
}

/** A scenario with the texts that the alert must show in it. */
export interface Shown extends Scenario {
  readonly labels: Readonly<Record<string, string>>;
  readonly texts: Localized<Texts>;
  readonly within?: Duration;
  readonly notBefore?: Duration;
}

/** An alerting rule as its readers see it: renderers, runbooks, routing, proofs. */
export interface AlertRule {
  readonly name: string;
  readonly expr: Expr;
  readonly condition: { readonly signal: Expr; readonly operator: Condition<never, Unit>['operator']; readonly limit: Limit };
  readonly for: Duration;
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  readonly component?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly during?: Hours;
  readonly texts: Localized<Texts>;
  readonly runbook: Localized<Runbook>;
  readonly fires: readonly Shown[];
  readonly quiet: readonly Scenario[];
}

/** An alert with the values that it was made of, so that an application can override any of them. */
export interface Alert<in out L extends string, out U extends Unit> extends AlertRule {
  readonly spec: AlertSpec<L, U>;
}
