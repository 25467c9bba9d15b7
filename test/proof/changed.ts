import type { AlertRule } from '../../alerts/rule/alert.js';
import type { RuleGroup } from '../../alerts/rule/group.js';
import type { PrometheusGroup, RuleContext } from '../../alerts/rule/prometheus.js';
import { type AlertProof, alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';

/** What somebody might write instead of an alert's expression, and the words of the scenarios in which that must be seen. */
export interface Changed {
  readonly alert: AlertRule;
  readonly when: string;
  readonly change: (expr: string) => string;
}

/**
 * What promtool has against alerts with such expressions, in the order of the changes.
 *
 * @throws Error on a change that changes nothing, and on words that no scenario of the alert has.
 */
export const refusals = async (
  group: RuleGroup,
  context: RuleContext,
  changes: readonly Changed[],
): Promise<readonly string[]> => {
  const verdicts = await prove(changes.map((each) => changed(each, group, context)));
  return verdicts.map(({ refused }) => refused.join('\n'));
};

const changed = ({ alert, when, change }: Changed, group: RuleGroup, context: RuleContext): AlertProof => {
  const fires = alert.fires.filter((scenario) => scenario.when.includes(when));
  const quiet = alert.quiet.filter((scenario) => scenario.when.includes(when));
  if (fires.length + quiet.length === 0) throw new Error(`${alert.name} has no scenario '${when}'`);
  const proof = alertProof({ ...alert, fires, quiet }, group, context);
  const { groups } = JSON.parse(proof.rules.text) as { readonly groups: readonly PrometheusGroup[] };
  const others = groups.map((each) => ({
    ...each,
    rules: each.rules.map((rule) => ({ ...rule, expr: change(rule.expr) })),
  }));
  if (JSON.stringify(others) === JSON.stringify(groups))
    throw new Error(`${alert.name} is left as it is by ${String(change)}`);
  return { ...proof, rules: { ...proof.rules, text: JSON.stringify({ groups: others }) } };
};
