import { duration } from '#ground/duration.js';
import type { Course, Proven } from '#derive/derivation.js';
import type { FiringAlert } from '#proof/promtool/complaint.js';
import type { AlertTest, ExprTest, UnitTest, UnitTestFile } from '#proof/promtool/test-file.js';
import { firingOver } from '#proof/witness.js';
import { inputOf, recordsOf } from '#proof/rules/question.js';
import type { Holding } from '#proof/rules/verdict.js';
import { type RuleMutant, unchanged } from './mutants.js';
import type { Files, Noticing } from './noticed.js';

const at = (seconds: number): string => duration(seconds);

const expected = ({ labels: { alertname: _, ...labels }, annotations }: FiringAlert) => ({
  exp_labels: labels,
  exp_annotations: annotations,
});

/** The moments at which an alert fires in a test. */
const firing = (name: string, { until, interval, warms }: Proven): string =>
  firingOver(name, until, interval, warms);

const firingTests = (name: string, { verdict }: Holding): readonly AlertTest[] => {
  const { derived, told } = verdict;
  const { begins, notBefore, firesBy, interval, settled, neverClears } = derived;
  const test = (seconds: number, alerts: readonly FiringAlert[]): AlertTest => ({
    eval_time: at(seconds),
    alertname: name,
    exp_alerts: alerts.map(expected),
  });
  return [
    test(Math.max(0, begins - interval), []),
    ...(notBefore > begins ? [test(notBefore - interval, [])] : []),
    test(firesBy, told),
    ...(neverClears === undefined ? [test(settled, [])] : []),
  ];
};

/** It fires first when the alert did, and last. */
const momentTests = (name: string, { verdict: { derived, fired } }: Holding): readonly ExprTest[] =>
  (
    [
      [`min(min_over_time(${firing(name, derived)}))`, fired.first],
      [`max(max_over_time(${firing(name, derived)}))`, fired.last],
    ] as const
  ).map(([expr, value]) => ({ expr, eval_time: at(derived.until), exp_samples: [{ labels: '{}', value }] }));

const quietTest = (name: string, { verdict: { derived } }: Holding): ExprTest => ({
  expr: `count(count_over_time(${firing(name, derived)}))`,
  eval_time: at(derived.until),
  exp_samples: [],
});

/** What promtool is asked of mutants beside the alert's derived proof: whether each is as the alert was. */
const derivedFiles = (judged: Holding, mutants: readonly RuleMutant[]): Files => {
  const { derived } = judged.verdict;
  const played = ({ series }: Pick<Course, 'series'>) => ({
    interval: at(derived.scrape),
    input_series: series.map(inputOf),
  });
  const names = mutants.map(({ name }) => name);
  const tests: readonly UnitTest[] = [
    {
      name: 'fires',
      ...played(derived.fires),
      alert_rule_test: names.flatMap((name) => firingTests(name, judged)),
      promql_expr_test: names.flatMap((name) => momentTests(name, judged)),
    },
    {
      name: 'stays quiet',
      ...played(derived.quiet),
      alert_rule_test: [],
      promql_expr_test: names.map((name) => quietTest(name, judged)),
    },
  ];
  const rules = [
    ...recordsOf(judged),
    ...mutants.flatMap(({ records }) => records),
    ...mutants.map(({ rule }) => rule),
  ];
  const group = { name: 'proof', interval: at(derived.interval), rules };
  const file: UnitTestFile = {
    rule_files: ['rules.json'],
    evaluation_interval: at(derived.interval),
    tests,
  };
  return { 'rules.json': JSON.stringify({ groups: [group] }), 'test.yml': JSON.stringify(file) };
};

/**
 * The names of the mutants that an alert's derived proof notices.
 *
 * @throws Error where the proof does not hold of the alert itself beside its mutants.
 */
export const noticedByDerived = async (
  judged: Holding,
  mutants: readonly RuleMutant[],
  noticed: Noticing,
): Promise<ReadonlySet<string>> => {
  const own = unchanged(judged);
  const found = await noticed([own, ...mutants], (some) => derivedFiles(judged, some));
  if (found.has(own.name)) throw new Error('its proof is not told apart from what else fires in it');
  return found;
};
