import { outsideTexts } from '#promql/expr/window-text.js';

/** Stages and functions of LogQL that PromQL does not have, https://grafana.com/docs/loki/latest/query/. */
const ofLogs =
  /\|[=~>]|\|\s*(?:json|logfmt|regexp|pattern|unpack|unwrap|line_format|label_format|decolorize|drop|keep|__error__|[a-zA-Z_]\w*\s*(?:[=<>]|!=))|\b(?:bytes_rate|bytes_over_time|rate_counter)\s*\(/g;

/** A filter of lines: PromQL compares no series with a text. */
const filtering = /\}\s*!=\s*["`]/;

/** Whether a text is a query of Loki's. */
export const isLogql = (text: string): boolean =>
  filtering.test(text) || outsideTexts(text, ofLogs).length > 0;

/** Functions of MetricsQL that PromQL does not have, https://docs.victoriametrics.com/victoriametrics/metricsql/. */
const ofVictoria: readonly RegExp[] = [
  /\b(?:default_)?rollup(?:_\w+)?\s*\(/g,
  /\b(?:range|running)_\w+\s*\(/g,
  /\b(?:top|bottom)k_(?:min|max|avg|last|median)\s*\(/g,
  /\b(?:share|count|sum)_(?:eq|ne|gt|le)_over_time\s*\(/g,
  /\b(?:median|distinct|mode|zscore|histogram|quantiles|geomean|tfirst|tlast|tmin|tmax)_over_time\s*\(/g,
  /\b(?:increase|delta|changes)_(?:pure|prometheus)\s*\(/g,
  /\blabel_(?:set|del|keep|copy|move|map|match|mismatch|transform|uppercase|lowercase|value)\s*\(/g,
  /\b(?:keep_(?:last|next)_value|remove_resets|interpolate|rate_over_sum|histogram_share|lag|lifetime|scrape_interval)\s*\(/g,
  /\b(?:outliersk|outliers_(?:iqr|mad)|buckets_limit|prometheus_buckets|union|alias|median|geomean|sum2)\s*\(/g,
];
/** What it writes otherwise: `WITH (x = up) x > 1`, `a default 0`, `a if b`. */
const writtenByVictoria: readonly RegExp[] = [
  /\bWITH\s*\(/gi,
  /\bkeep_metric_names\b/g,
  /[\w)\]}]\s+(?:default|if|ifnot)\s*[\w({]/gi,
];

/** Whether a text is a query of VictoriaMetrics's, which Prometheus does not read. */
export const isMetricsql = (text: string): boolean =>
  [...ofVictoria, ...writtenByVictoria].some((pattern) => outsideTexts(text, pattern).length > 0);
