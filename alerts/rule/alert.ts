import type { ComparisonOperator, Expr } from '../../promql/expr/ast.js';
import { keyed } from '../../ground/keyed.js';
import type { Duration } from '../../ground/duration.js';
import { print } from '../../promql/expr/print.js';
import { humanize, valueTemplate } from '../../promql/unit/humanize.js';
import type { Limit } from '../../promql/unit/limit.js';
import type { Unit } from '../../promql/unit/unit.js';
import { and } from '../../promql/vector/set.js';
import { on } from '../../promql/vector/matching.js';
import { compare } from '../../promql/vector/compare.js';
import type { Vector } from '../../promql/vector/vector.js';
import type { Condition } from './condition.js';
import { faultsOf } from './fault.js';
import { type Hours, isDuring } from './hours.js';
import type { Localized } from '../../ground/language.js';
import type { Proof, Scenario } from './proof.js';
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
  /** Only where this, or each of these, has a series too: enough traffic for a ratio to mean something. */
  readonly given?: Vector<L> | readonly Vector<L>[];
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
  readonly condition: { readonly signal: Expr; readonly operator: ComparisonOperator; readonly limit: Limit };
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

/**
 * An alert.
 *
 * @throws Error with everything that keeps it from working: see `faultsOf`.
 */
export const alert = <L extends string, U extends Unit>(name: string, spec: AlertSpec<L, U>): Alert<L, U> => {
  const { signal, operator, limit } = spec.when;
  const said = textsOf(spec);
  const rule: AlertRule = {
    name,
    expr: expression(spec).expr,
    condition: { signal: signal.expr, operator, limit },
    for: spec.for,
    ...(spec.keepFiringFor !== undefined && { keepFiringFor: spec.keepFiringFor }),
    severity: spec.severity,
    ...(spec.component !== undefined && { component: spec.component }),
    labels: spec.labels ?? {},
    ...(spec.during && { during: spec.during }),
    texts: said(valueTemplate(limit), (label) => `{{ $labels.${label} }}`),
    runbook: spec.runbook,
    fires: spec.proof.fires.map((firing) => ({
      ...firing,
      texts: said(firing.value, (label) => firing.labels[label]),
    })),
    quiet: spec.proof.quiet,
  };
  const faults = faultsOf(rule);
  if (faults.length > 0) {
    throw new Error(
      `alert ${name}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n  in: ${print(rule.expr)}`,
    );
  }
  return { ...rule, spec };
};

const expression = <L extends string, U extends Unit>({
  when,
  given,
  during,
}: AlertSpec<L, U>): Vector<L, U> => {
  const crossed = compare(when.signal, when.operator, when.limit);
  const meaningful = [given ?? []].flat().reduce<Vector<L, U>>((met, each) => and(met, each), crossed);
  return during ? and(meaningful, isDuring(during), on()) : meaningful;
};

/** The alert's texts with its labels and value filled in: by Prometheus's templates, or by what a proof expects. */
const textsOf =
  <L extends string, U extends Unit>({ when, texts }: AlertSpec<L, U>) =>
  (value: string, label: (name: L) => string): Localized<Texts> =>
    texts({ value, limit: humanize(when.limit), labels: keyed(when.signal.labels, label) });
