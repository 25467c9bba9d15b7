import type { PrometheusRule } from '#alerts/rule/prometheus.js';
import { duration } from '#ground/duration.js';
import type { Course, InputSeries, Proven, Standing } from '#derive/derivation.js';
import { spelledPair, spelledSeries } from '#promql/expr/spelled.js';
import type { Question } from '#proof/promtool/answer.js';
import type { UnitTest, UnitTestFile } from '#proof/promtool/test-file.js';
import { witness } from '#proof/witness.js';
import type { Subject } from './subject.js';

/** The tests of a proof: `fires`, and but for what always fires `stays quiet`. */
export const testNames = { fires: 'fires', quiet: 'stays quiet' } as const;

const seconds = (length: number): string => duration(length);

/** The recording rules that an alert reads, as they were written. */
export const recordsOf = ({ records }: Subject): readonly PrometheusRule[] =>
  records.map(({ name, expr, labels }) => ({ record: name, expr, labels }));

/** An alert as it was written, with the labels of its group. */
export const ruleOf = ({ alert, labels }: Pick<Subject, 'alert' | 'labels'>): PrometheusRule => ({
  alert: alert.name,
  expr: alert.expr,
  ...(alert.for > 0 && { for: seconds(alert.for) }),
  ...(alert.keepFiringFor > 0 && { keep_firing_for: seconds(alert.keepFiringFor) }),
  labels,
  annotations: alert.annotations,
});

/** A series of a course, as promtool reads it. */
export const inputOf = ({ name, labels, values }: InputSeries): { series: string; values: string } => ({
  series: spelledSeries(
    name,
    Object.entries(labels).map(([label, value]) => spelledPair(label, '=', value)),
    true,
  ),
  values,
});

/** Rules beside each other, and tests of them. */
const asked = (subject: Subject, interval: number, tests: readonly UnitTest[]): Question => {
  const group = {
    name: 'proof',
    interval: seconds(interval),
    rules: [...recordsOf(subject), ruleOf(subject)],
  };
  const file: UnitTestFile = { rule_files: ['rules.json'], evaluation_interval: seconds(interval), tests };
  return {
    rules: { name: 'rules.json', text: JSON.stringify({ groups: [group] }, null, 2) },
    tests: { name: 'test.json', text: JSON.stringify(file, null, 2) },
  };
};

/** Whether promtool takes an alert at all. What is expected is never so, since its answer would else not name the file. */
export const loadQuestion = (subject: Subject): Question =>
  asked(subject, 60, [
    {
      name: testNames.fires,
      interval: '1m',
      input_series: [],
      alert_rule_test: [],
      promql_expr_test: [witness(subject.alert.name, testNames.fires, 0, 60)],
    },
  ]);

/** What an alert is called in its proof: as it is, unless series of an alert are played that is called so. */
const calledIn = ({ alert: { name } }: Subject, derived: Proven | Standing): string => {
  const played = derived.kind === 'derived' ? [...derived.fires.series, ...derived.quiet.series] : [];
  return played.some((series) => series.name.startsWith('ALERTS') && series.labels['alertname'] === name)
    ? `${name} in its proof`
    : name;
};

/**
 * What promtool is asked of a derivation. What it expects is never so: by what promtool says instead we judge, and see the labels and the
 * texts that a person would read.
 */
export const questionOf = (subject: Subject, derived: Proven | Standing): Question => {
  const name = calledIn(subject, derived);
  const { interval, scrape, firesBy } = derived;
  const warms = derived.kind === 'derived' ? derived.warms : 0;
  const test = (called: string, { series }: Pick<Course, 'series'>, until: number): UnitTest => ({
    name: called,
    interval: seconds(scrape),
    input_series: series.map(inputOf),
    alert_rule_test: [{ eval_time: seconds(firesBy), alertname: name, exp_alerts: [] }],
    promql_expr_test: [witness(name, called, until, interval, warms)],
  });
  const tests =
    derived.kind === 'always fires'
      ? [test(testNames.fires, { series: [] }, firesBy)]
      : [
          test(testNames.fires, derived.fires, derived.until),
          test(testNames.quiet, derived.quiet, derived.until),
        ];
  return asked({ ...subject, alert: { ...subject.alert, name } }, interval, tests);
};
