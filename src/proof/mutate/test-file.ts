import {
  type EvaluatedGroup,
  type PrometheusRule,
  type RuleContext,
  evaluatedAlert,
  prometheusRecord,
} from '#alerts/rule/prometheus.js';
import { quoted } from '#promql/expr/string-text.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { AlertProof, ProofFile } from '#proof/files.js';
import type { UnitTest, UnitTestFile } from '#proof/promtool/test-file.js';
import { testOfWitness } from '#proof/witness.js';
import { withClock } from './clock.js';
import type { Mutant } from './mutant.js';

/** A proof taken apart: the group that makes the alert, and a test for each scenario. */
export interface Parts {
  readonly group: EvaluatedGroup;
  readonly tests: UnitTestFile;
}

/**
 * What proof/files.ts has written, read again, without witnesses: what a mutant is told by is an expectation.
 *
 * @param tests those of the proof, or those that are evaluated less often
 */
export const partsOf = ({ rules }: AlertProof, tests: ProofFile): Parts => {
  const { groups } = JSON.parse(rules.text) as { readonly groups: readonly [EvaluatedGroup] };
  const file = JSON.parse(tests.text) as UnitTestFile;
  const expected = file.tests.map((test) => ({
    ...test,
    promql_expr_test: test.promql_expr_test.filter(({ expr }) => testOfWitness(expr) === undefined),
  }));
  return {
    group: { ...groups[0], interval: file.evaluation_interval },
    tests: { ...file, tests: expected },
  };
};

/** The alert's group with mutants beside the alert, each under a name of its own, their clocks fast by so many seconds. */
export const mutantGroup = (
  group: EvaluatedGroup,
  alert: AlertRule,
  mutants: readonly Mutant[],
  context: RuleContext,
  fast: number,
): EvaluatedGroup => ({
  ...group,
  rules: [
    ...group.rules.filter(({ record }) => record !== undefined),
    withFastClock(alert, context, fast),
    ...mutants.flatMap(({ records }) => records.map((record) => prometheusRecord(record))),
    ...mutants.map(({ name, rule }) => ({ ...withFastClock(rule, context, fast), alert: name })),
  ],
});

const withFastClock = (rule: AlertRule, context: RuleContext, fast: number): PrometheusRule =>
  evaluatedAlert({ ...rule, expr: withClock(rule.expr, fast) }, context);

/** A scenario that asks of each of these what it asks of the alert. */
export const mutantTest = (
  test: UnitTest,
  alert: string,
  names: readonly string[],
  fast: number,
): UnitTest => ({
  ...begun(test, fast),
  alert_rule_test: names.flatMap((alertname) => test.alert_rule_test.map((each) => ({ ...each, alertname }))),
  promql_expr_test: names.flatMap((name) =>
    test.promql_expr_test.map((each) => ({
      ...each,
      expr: each.expr.replaceAll(`alertname=${quoted(alert)}`, `alertname=${quoted(name)}`),
    })),
  ),
});

/** A test that begins where promtool begins it, where the clock is fast instead. */
export const begun = ({ start_timestamp, ...test }: UnitTest, fast: number): UnitTest =>
  start_timestamp === undefined || fast > 0 ? test : { ...test, start_timestamp };
