import type { AlertRule, Shown, Told } from '../alerts/rule/rule.js';
import {
  type PrometheusGroup,
  type RuleContext,
  prometheusAlert,
  ruleLabels,
} from '../alerts/rule/prometheus.js';
import type { Scenario, Stretch } from '../alerts/scenario/scenario.js';
import { inSeconds } from '../ground/duration.js';
import { type InputSeries, inputSeries } from './input-series.js';
import { type Timeline, timeline } from './timeline.js';

/** A file of promtool's unit tests, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules. */
export interface UnitTestFile {
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  readonly tests: readonly UnitTest[];
}
export interface UnitTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly alert_rule_test: readonly AlertTest[];
  readonly promql_expr_test: readonly ExprTest[];
}
interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly { readonly exp_labels: object; readonly exp_annotations: object }[];
}
interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** Which scenarios of a proof are run: all of them, or only one that shows the texts, for a second language. */
export type Scenarios = 'all' | 'texts';

/** An alert's proof as promtool runs it, over the group that evaluates the alert, which is in `ruleFile`. */
export const unitTestFile = (
  rule: AlertRule,
  group: PrometheusGroup,
  context: RuleContext,
  ruleFile: string,
  scenarios: Scenarios,
): UnitTestFile => {
  const interval = inSeconds(group.interval as `${number}s`);
  const proven = rule.scenarios();
  const fires = proven.fires.map((each) => firingTest(rule, each, timeline(rule, each, interval), context));
  const quiet = proven.quiet.map((each) => quietTest(rule, each, timeline(rule, each, interval)));
  return {
    rule_files: [ruleFile],
    evaluation_interval: group.interval,
    tests: scenarios === 'all' ? [...fires, ...quiet] : fires.slice(0, 1).map(untilItFires),
  };
};

/** A test up to the moment at which the alert shows its texts. */
const untilItFires = (test: UnitTest): UnitTest => ({
  ...test,
  alert_rule_test: test.alert_rule_test.filter(({ exp_alerts }) => exp_alerts.length > 0),
  promql_expr_test: [],
});

const at = (seconds: number): string => `${seconds}s`;
const seriesOf = ({ series }: Scenario, time: Timeline): readonly InputSeries[] =>
  series.map((behaviour) => inputSeries(behaviour, time));

const firingTest = (rule: AlertRule, firing: Shown, time: Timeline, context: RuleContext): UnitTest => {
  const { interval, begins, ends, settled } = time;
  const hold = inSeconds(rule.for);
  const notBefore = firing.notBefore === undefined ? hold : inSeconds(firing.notBefore);
  // The last evaluation before all is well again.
  const within = firing.within === undefined ? ends - begins - interval : inSeconds(firing.within);
  const quietAt = (seconds: number): AlertTest => ({
    eval_time: at(seconds),
    alertname: rule.name,
    exp_alerts: [],
  });
  return {
    name: `${rule.name} fires when ${firing.when}`,
    interval: at(interval),
    input_series: seriesOf(firing, time),
    alert_rule_test: [
      quietAt(begins - interval),
      ...(notBefore > 0 ? [quietAt(begins + Math.ceil(notBefore / interval) * interval - interval)] : []),
      {
        eval_time: at(begins + within),
        alertname: rule.name,
        exp_alerts: firing.tells.map((told) => expected(rule, told, context)),
      },
      quietAt(settled),
    ],
    promql_expr_test: [
      ...(hold > 0 && !firing.unsteady && !firing.firesIn ? [pendingExactly(rule, time)] : []),
      ...(firing.firesIn ? [firesExactly(rule, firing.firesIn, time)] : []),
      ...keepsFiring(rule, firing, time),
    ],
  };
};

/** From the beginning of the fault an alert is pending at every evaluation of its `for`, neither fewer nor more. */
const pendingExactly = ({ name, for: hold }: AlertRule, { interval, begins, ends }: Timeline): ExprTest => ({
  // Prometheus 3 leaves out what lies exactly at the start of a range: let that be no evaluation.
  expr: `max(count_over_time(ALERTS{alertname="${name}", alertstate="pending"}[${ends - begins + Math.ceil(interval / 2)}s]))`,
  eval_time: at(ends),
  exp_samples: [{ labels: '{}', value: Math.ceil(inSeconds(hold) / interval) }],
});

/** It fires at every evaluation of these stretches, and at no other. */
const firesExactly = (
  { name }: AlertRule,
  stretches: readonly Stretch[],
  { interval, begins, settled }: Timeline,
): ExprTest => ({
  expr: `sum(count_over_time(ALERTS{alertname="${name}", alertstate="firing"}[${settled}s]))`,
  eval_time: at(settled),
  exp_samples: [
    {
      labels: '{}',
      value: stretches
        .map(({ from, to }) => Math.ceil((begins + to) / interval) - Math.ceil((begins + from) / interval))
        .reduce((sum, each) => sum + each, 0),
    },
  ],
});

/** Once all is well it goes on firing for as long as it is to. */
const keepsFiring = (
  { name, keepFiringFor }: AlertRule,
  { tells }: Shown,
  { interval, ends }: Timeline,
): readonly ExprTest[] => {
  const keeps = keepFiringFor === undefined ? 0 : inSeconds(keepFiringFor);
  if (keeps < 2 * interval) return [];
  return [
    {
      expr: `count(ALERTS{alertname="${name}", alertstate="firing"})`,
      eval_time: at(ends + Math.floor(keeps / interval) * interval - interval),
      exp_samples: [{ labels: '{}', value: tells.length }],
    },
  ];
};

const expected = (rule: AlertRule, { labels, texts }: Told, context: RuleContext) => ({
  exp_labels: { ...labels, ...ruleLabels(rule, context) },
  exp_annotations: prometheusAlert({ ...rule, texts }, context).annotations ?? {},
});

/** Quiet at every evaluation, not only at those that somebody thought of. */
const quietTest = (rule: AlertRule, scenario: Scenario, time: Timeline): UnitTest => ({
  name: `${rule.name} stays quiet when ${scenario.when}`,
  interval: at(time.interval),
  input_series: seriesOf(scenario, time),
  alert_rule_test: [{ eval_time: at(time.ends), alertname: rule.name, exp_alerts: [] }],
  promql_expr_test: [
    {
      expr: `max(count_over_time(ALERTS{alertname="${rule.name}", alertstate="firing"}[${time.settled}s]))`,
      eval_time: at(time.settled),
      exp_samples: [],
    },
  ],
});
