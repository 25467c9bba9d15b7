import type { PrometheusGroup } from '#alerts/rule/prometheus.js';
import type { AlertProof } from './files.js';
import type { UnitTest, UnitTestFile } from './promtool/test-file.js';

/**
 * What promtool lets pass: it takes a test of an alert that is not in the rules for an alert that stays quiet, and says
 * nothing of an alert without a test.
 */
export const faultsOf = ({ rules, tests, seldom }: AlertProof): readonly string[] => {
  // All are texts that proof/files.ts has written.
  const { groups } = JSON.parse(rules.text) as { readonly groups: readonly PrometheusGroup[] };
  const often = JSON.parse(tests.text) as UnitTestFile;
  const rest = seldom && (JSON.parse(seldom.text) as UnitTestFile);
  const file = {
    rule_files: [...new Set([...often.rule_files, ...(rest?.rule_files ?? [])])],
    tests: [...often.tests, ...(rest?.tests ?? [])],
  };
  const alerts = new Set(groups.flatMap((group) => group.rules.flatMap(({ alert }) => alert ?? [])));
  const tested = new Set(file.tests.flatMap(alertsIn));
  const fires = file.tests.some((test) =>
    test.alert_rule_test.some(({ exp_alerts }) => exp_alerts.length > 0),
  );
  return [
    ...(file.rule_files.join() === rules.name
      ? []
      : [`${tests.name} is about ${file.rule_files.join(', ')}, not about ${rules.name}`]),
    ...[...tested]
      .filter((name) => !alerts.has(name))
      .map(
        (name) => `${tests.name} tests ${name}, which is not in ${rules.name}: promtool would let it pass`,
      ),
    ...[...alerts].filter((name) => !tested.has(name)).map((name) => `${name} in ${rules.name} has no test`),
    ...(fires ? [] : [`no test in ${tests.name} expects an alert`]),
  ];
};

/** The alerts that a test names, in its expectations and in its expressions. */
const alertsIn = ({ alert_rule_test, promql_expr_test }: UnitTest): readonly string[] => [
  ...alert_rule_test.map(({ alertname }) => alertname),
  ...promql_expr_test.flatMap(({ expr }) =>
    [...expr.matchAll(/alertname="([^"]*)"/g)].flatMap(([, name]) => name ?? []),
  ),
];
