import { fileNameOf } from '#ground/file-name.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type RuleContext, evaluatedGroup } from '#alerts/rule/prometheus.js';
import { recordsReadBy } from '#alerts/rule/read.js';
import type { Need } from '#promql/expr/needs.js';
import { duration, inSeconds } from '#ground/duration.js';
import { needsOfProof } from './needs.js';
import { type Features, noFeatures } from './promtool/features.js';
import { type Scenarios, type Staged, stagedScenarios } from './staged.js';
import { unitTestFile } from './unit-test.js';

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
  /** Tests of the same rules that are evaluated less often, where there are any. */
  readonly seldom?: ProofFile;
  /** What the tests play, in their order. */
  readonly scenarios: readonly Staged[];
  /** What a promtool must read that runs it, beyond what the oldest does. */
  readonly needs: readonly Need[];
}

const file = (name: string, content: object): ProofFile => ({ name, text: JSON.stringify(content, null, 2) });

/**
 * The proof of one alert of a group: made of the same values as the rule that is deployed, evaluated at the group's
 * interval, with the recording rules of the group that it reads and no other alert.
 *
 * @param features What the promtool has that will run it.
 */
export const alertProof = (
  alert: AlertRule,
  group: RuleGroup,
  context: RuleContext,
  scenarios: Scenarios = 'all',
  features: Features = noFeatures,
): AlertProof => {
  const name = `${context.application}.${fileNameOf(keyOf(alert))}.${context.language}`;
  const records = recordsReadBy(alert.expr, group.records);
  const alone = evaluatedGroup({ ...group, records, alerts: [alert] }, context);
  const rules = file(`${name}.rules.json`, { groups: [alone] });
  const interval = inSeconds(group.interval);
  const staged = stagedScenarios(alert, interval, scenarios, features);
  const testsOf = (every: number): ProofFile =>
    file(
      `${name}${every === interval ? '' : '.seldom'}.test.json`,
      unitTestFile(
        alert,
        every === interval ? alone.interval : duration(every),
        context,
        rules.name,
        staged.filter(({ time }) => time.interval === every),
      ),
    );
  const seldom = staged.find(({ time }) => time.interval !== interval)?.time.interval;
  return {
    alert: alert.name,
    rules,
    tests: testsOf(interval),
    ...(seldom !== undefined && { seldom: testsOf(seldom) }),
    scenarios: staged,
    needs: needsOfProof(
      [alert.expr, ...records.map(({ expr }) => expr)],
      staged.map(({ scenario }) => scenario),
    ),
  };
};
