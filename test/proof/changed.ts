import type { PrometheusGroup, PrometheusRule } from '#alerts/rule/prometheus.js';
import type { AlertRule, Scenarios } from '#alerts/rule/rule.js';
import type { AlertProof } from '#proof/files.js';
import type { Verdict } from '#proof/prove.js';

/** What somebody might write instead of a rule. */
export type Mutation = (rule: PrometheusRule) => PrometheusRule;

/** What somebody might write instead of an expression. */
export type Change = (expr: string) => string;

/** The same rule with another expression. */
export const ofExpr =
  (change: Change): Mutation =>
  (rule) => ({ ...rule, expr: change(rule.expr) });

/** All that is such a part, by another. */
export const instead =
  (part: string | RegExp, other: string): Change =>
  (expr) =>
    expr.replaceAll(part, other);

/** All but such parts. */
export const without = (part: string | RegExp): Change => instead(part, '');

/**
 * A proof over other rules than those that it was made for.
 *
 * @throws Error on a mutation that leaves them as they are.
 */
export const mutated = (proof: AlertProof, mutation: Mutation): AlertProof => {
  const { groups } = JSON.parse(proof.rules.text) as { readonly groups: readonly PrometheusGroup[] };
  const others = groups.map((group) => ({ ...group, rules: group.rules.map(mutation) }));
  if (JSON.stringify(others) === JSON.stringify(groups))
    throw new Error(`the rules of ${proof.alert} are left as they are`);
  return { ...proof, rules: { ...proof.rules, text: JSON.stringify({ groups: others }) } };
};

/** Whether the alert behaves otherwise than its proof says: not that Prometheus does not take it. */
export const behavesOtherwise = (verdict: Verdict | undefined): boolean =>
  verdict?.outcomes.some(({ played, complaints }) => played && complaints.length > 0) ?? false;

/** The same alert, proven by these scenarios where they are given. */
export const proves = (rule: AlertRule, scenarios: Partial<Scenarios>): AlertRule => ({
  ...rule,
  scenarios: () => ({ ...rule.scenarios(), ...scenarios }),
});
