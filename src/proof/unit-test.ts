import type { AlertRule, Shown, Told } from '#alerts/rule/rule.js';
import { type RuleContext, prometheusAlert, ruleLabels } from '#alerts/rule/prometheus.js';
import type { Stretch } from '#alerts/scenario/scenario.js';
import type { Annotations } from '#alerts/rule/says.js';
import { quoted } from '#promql/expr/string-text.js';
import { inSeconds } from '#ground/duration.js';
import { inputSeriesOf } from './input-histogram.js';
import type { AlertTest, ExprTest, UnitTest, UnitTestFile } from './promtool/test-file.js';
import type { Staged, StagedFiring, StagedQuiet } from './staged.js';
import type { Timeline } from './timeline.js';
import { witness } from './witness.js';

/** An alert's proof as promtool runs it, evaluated every so often over the group of the alert, which is in `ruleFile`. */
export const unitTestFile = (
  rule: AlertRule,
  interval: string,
  context: RuleContext,
  ruleFile: string,
  scenarios: readonly Staged[],
): UnitTestFile => ({
  rule_files: [ruleFile],
  evaluation_interval: interval,
  tests: scenarios.map((staged) =>
    staged.kind === 'fires' ? firingTest(rule, staged, context) : quietTest(rule, staged),
  ),
});

const at = (seconds: number): string => `${seconds}s`;

/**
 * Which scrapes fail: far from the one at which an alert is held against what it must tell, so that a window of whole tens of scrapes
 * begins and ends with one that succeeded, and counters read over it what they read without failures.
 */
const failing = ({ scenario, time }: Staged, held: number): number | undefined =>
  scenario.scrapesFail && Math.round(held / time.step) + 5;

const played = ({ name }: AlertRule, staged: Staged, held: number) => {
  const { test, scenario, time, until } = staged;
  const fails = failing(staged, held);
  return {
    name: test,
    interval: at(time.step),
    ...(time.start !== undefined && { start_timestamp: time.start }),
    input_series: inputSeriesOf(scenario.series, time, fails),
    seen: witness(name, test, until, time.interval),
  };
};

const firingTest = (rule: AlertRule, staged: StagedFiring, context: RuleContext): UnitTest => {
  const { scenario, time, notBefore, by, until } = staged;
  const { interval, begins, settled } = time;
  const { seen, ...test } = played(rule, staged, begins + by);
  const quietAt = (seconds: number): AlertTest => ({
    eval_time: at(seconds),
    alertname: rule.name,
    exp_alerts: [],
  });
  const firesAt = (seconds: number): AlertTest => ({
    eval_time: at(seconds),
    alertname: rule.name,
    exp_alerts: scenario.tells.map((told) => expected(rule, told, context)),
  });
  const inTime = firesAt(begins + by);
  if (scenario.always)
    return {
      ...test,
      alert_rule_test: [firesAt(interval), inTime, ...(until < settled ? [] : [firesAt(settled)])],
      promql_expr_test: [seen],
    };
  if (until < settled) return { ...test, alert_rule_test: [inTime], promql_expr_test: [seen] };
  const steady = inSeconds(rule.for) > 0 && !scenario.unsteady && !scenario.firesIn;
  return {
    ...test,
    alert_rule_test: [
      quietAt(begins - interval),
      ...(notBefore > 0 ? [quietAt(begins + Math.ceil(notBefore / interval) * interval - interval)] : []),
      inTime,
      ...(scenario.neverClears === undefined ? [quietAt(settled)] : []),
    ],
    promql_expr_test: [
      ...(steady ? [pendingExactly(rule, time)] : []),
      ...(scenario.firesIn ? firesExactly(rule, scenario.firesIn, time) : []),
      ...keepsFiring(rule, scenario, time),
      ...(scenario.neverClears === undefined ? [] : [stillFires(rule, scenario, settled)]),
      seen,
    ],
  };
};

/** From the beginning of the fault an alert is pending at every evaluation of its `for`, neither fewer nor more. */
const pendingExactly = ({ name, for: hold }: AlertRule, { interval, begins, ends }: Timeline): ExprTest => ({
  // Prometheus 3 leaves out what lies exactly at the start of a range: let that be no evaluation.
  expr: `max(count_over_time(${alerts(name, 'pending')}[${ends - begins + Math.ceil(interval / 2)}s]))`,
  eval_time: at(ends),
  exp_samples: [{ labels: '{}', value: Math.ceil(inSeconds(hold) / interval) }],
});

/** It fires at every evaluation of each of these stretches, and at no other. */
const firesExactly = (
  { name }: AlertRule,
  stretches: readonly Stretch[],
  { interval, begins, settled }: Timeline,
): readonly ExprTest[] => {
  const evaluations = ({ from, to }: Stretch): number =>
    Math.ceil((begins + to) / interval) - Math.ceil((begins + from) / interval);
  const firesFor = (seconds: number, until: number, times: number): ExprTest => ({
    expr: `sum(count_over_time(${alerts(name, 'firing')}[${seconds}s]))`,
    eval_time: at(until),
    exp_samples: [{ labels: '{}', value: times }],
  });
  return [
    firesFor(
      settled,
      settled,
      stretches.map(evaluations).reduce((sum, each) => sum + each, 0),
    ),
    ...stretches.map((stretch) =>
      // Prometheus 3 leaves out what lies exactly at the start of a range: let that be no evaluation.
      firesFor(stretch.to - stretch.from + interval / 2, begins + stretch.to, evaluations(stretch)),
    ),
  ];
};

/** Once all is well it goes on firing for as long as it is to. */
const keepsFiring = (
  { name, keepFiringFor }: AlertRule,
  { tells }: Shown,
  { interval, ends }: Timeline,
): readonly ExprTest[] => {
  const keeps = keepFiringFor === undefined ? 0 : inSeconds(keepFiringFor);
  if (keeps < 2 * interval) return [];
  return [fires(name, tells.length, ends + Math.floor(keeps / interval) * interval - interval)];
};

/** Once all is well it fires nevertheless: whoever reads its proof is to know. */
const stillFires = ({ name }: AlertRule, { tells }: Shown, settled: number): ExprTest =>
  fires(name, tells.length, settled);

const fires = (name: string, times: number, moment: number): ExprTest => ({
  expr: `count(${alerts(name, 'firing')})`,
  eval_time: at(moment),
  exp_samples: [{ labels: '{}', value: times }],
});

/** The alerts of a name that are in a state, as Prometheus writes them. */
const alerts = (name: string, state: 'pending' | 'firing'): string =>
  `ALERTS{alertname=${quoted(name)}, alertstate="${state}"}`;

/** The labels of a rule that are no templates: what those read, a proof says. */
const plain = (labels: Annotations): Annotations =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes('{{')));

const expected = (rule: AlertRule, { labels, texts }: Told, context: RuleContext) => ({
  exp_labels: { ...labels, ...plain(ruleLabels(rule, context)) },
  exp_annotations: prometheusAlert({ ...rule, texts }, context).annotations ?? {},
});

/** Quiet at every evaluation, not only at those that somebody thought of. */
const quietTest = (rule: AlertRule, staged: StagedQuiet): UnitTest => {
  const { seen, ...test } = played(rule, staged, staged.time.begins);
  const { ends, settled } = staged.time;
  return {
    ...test,
    alert_rule_test: [{ eval_time: at(ends), alertname: rule.name, exp_alerts: [] }],
    promql_expr_test: [
      {
        expr: `max(count_over_time(${alerts(rule.name, 'firing')}[${settled}s]))`,
        eval_time: at(settled),
        exp_samples: [],
      },
      seen,
    ],
  };
};
