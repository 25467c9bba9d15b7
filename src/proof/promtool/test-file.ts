import type { InputSeries } from '#proof/input-series.js';

/** A file of promtool's unit tests, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules. */
export interface UnitTestFile {
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  readonly tests: readonly UnitTest[];
}
/** One history, and what is to be seen in it. */
export interface UnitTest {
  readonly name: string;
  readonly interval: string;
  /** Seconds since 1970 at which the test begins; 0 without, as it is for releases before 3.9. */
  readonly start_timestamp?: number;
  readonly input_series: readonly InputSeries[];
  readonly alert_rule_test: readonly AlertTest[];
  readonly promql_expr_test: readonly ExprTest[];
}
/** Which alerts fire at a moment, with which texts. */
export interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly { readonly exp_labels: object; readonly exp_annotations: object }[];
}
/** What an expression comes to at a moment. */
export interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}
