/**
 * Functions and aggregations of PromQL that MetricsQL has not, of release 0.87:
 * https://github.com/VictoriaMetrics/metricsql/blob/cc09923df4a1f8048b7ca59d41720e2a855af7dd/rollup.go and transform.go and aggr.go beside it.
 */
export const unknown: ReadonlySet<string> = new Set([
  ...['histogram_count', 'histogram_sum', 'info', 'double_exponential_smoothing', 'range'],
  ...['ts_of_first_over_time', 'ts_of_last_over_time', 'ts_of_max_over_time', 'ts_of_min_over_time'],
  ...['max_of', 'min_of', 'start_timestamp', 'limit_ratio'],
]);

/**
 * Functions that both have, and of which values differ so much that an alert may fire by one and not by the other, as the rest of a sentence:
 * https://docs.victoriametrics.com/victoriametrics/metricsql/. That `rate` extrapolates in Prometheus alone is a matter of a scrape's length.
 */
export const otherwise: ReadonlyMap<string, string> = new Map([
  [
    'increase',
    'in VictoriaMetrics counts a series that begins from 0 and adds what came since the last sample before the window, where Prometheus counts from the first sample within and extrapolates',
  ],
  [
    'delta',
    'in VictoriaMetrics counts from the last sample before the window, where Prometheus counts from the first within and extrapolates',
  ],
  [
    'changes',
    'in VictoriaMetrics counts the change from the last sample before the window too, and that a series begins, where Prometheus counts changes within alone',
  ],
]);
