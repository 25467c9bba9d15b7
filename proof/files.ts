import type { AlertRule } from '../alerts/rule/alert.js';
import type { RuleGroup } from '../alerts/rule/group.js';
import { type RuleContext, prometheusGroup } from '../alerts/rule/prometheus.js';
import { type Scenarios, unitTestFile } from './unit-test.js';

/** A file of a proof: its name and its text, which is JSON and so YAML too. */
export interface ProofFile {
  readonly name: string;
  readonly text: string;
}
/** One alert's proof: the rules that make it, in a file of their own, and promtool's tests of it. */
export interface AlertProof {
  readonly alert: string;
  readonly rules: ProofFile;
  readonly tests: ProofFile;
}

const file = (name: string, content: object): ProofFile => ({ name, text: JSON.stringify(content, null, 2) });

/**
 * The proof of one alert of a group: made of the same values as the rule that is deployed, evaluated at the group's
 * interval, with the group's recording rules and no other alert.
 */
export const alertProof = (
  alert: AlertRule,
  group: RuleGroup,
  context: RuleContext,
  scenarios: Scenarios = 'all',
): AlertProof => {
  const name = `${context.application}.${alert.name}.${context.language}`;
  const alone = prometheusGroup({ ...group, alerts: [alert] }, context);
  const rules = file(`${name}.rules.json`, { groups: [alone] });
  return {
    alert: alert.name,
    rules,
    tests: file(`${name}.test.json`, unitTestFile(alert, alone, context, rules.name, scenarios)),
  };
};
