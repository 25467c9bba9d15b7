import { prometheusAlert, type PrometheusGroup, type RuleContext } from '../../alerts/rule/prometheus.js';
import { print } from '../../promql/expr/print.js';
import type { AlertProof } from '../files.js';
import type { UnitTest, UnitTestFile } from '../unit-test.js';
import { testOfWitness } from '../witness.js';
import type { Mutant } from './mutant.js';

/** A proof taken apart: the group that makes the alert, and a test for each scenario. */
export interface Parts {
  readonly group: PrometheusGroup;
  readonly tests: UnitTestFile;
}

/** What proof/files.ts has written, read again, without witnesses: what a mutant is told by is an expectation. */
export const partsOf = ({ rules, tests }: AlertProof): Parts => {
  const { groups } = JSON.parse(rules.text) as { readonly groups: readonly [PrometheusGroup] };
  const file = JSON.parse(tests.text) as UnitTestFile;
  const expected = file.tests.map((test) => ({
    ...test,
    promql_expr_test: test.promql_expr_test.filter(({ expr }) => testOfWitness(expr) === undefined),
  }));
  return { group: groups[0], tests: { ...file, tests: expected } };
};

/** The alert's group with mutants beside the alert, each under a name of its own. */
export const mutantGroup = (
  group: PrometheusGroup,
  mutants: readonly Mutant[],
  context: RuleContext,
): PrometheusGroup => ({
  ...group,
  rules: [
    ...group.rules,
    ...mutants.flatMap(({ records }) => records.map(({ record, expr }) => ({ record, expr: print(expr) }))),
    ...mutants.map((mutant) => mutantRule(mutant, context)),
  ],
});

/** The mutant's texts and links name the alert as it is called. */
export const mutantRule = ({ name, rule }: Mutant, context: RuleContext) => ({
  ...prometheusAlert(rule, context),
  alert: name,
});

/** A scenario that asks of each of these what it asks of the alert. */
export const mutantTest = (test: UnitTest, alert: string, names: readonly string[]): UnitTest => ({
  ...test,
  alert_rule_test: names.flatMap((alertname) => test.alert_rule_test.map((each) => ({ ...each, alertname }))),
  promql_expr_test: names.flatMap((name) =>
    test.promql_expr_test.map((each) => ({
      ...each,
      expr: each.expr.replaceAll(`alertname="${alert}"`, `alertname="${name}"`),
    })),
  ),
});
