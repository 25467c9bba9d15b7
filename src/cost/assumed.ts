/** Where a number comes from: a catalogue, whoever describes the scrape, a real answer that is recorded, or nobody. */
export const bases = ['declared', 'said', 'measured', 'assumed'] as const;
export type Basis = (typeof bases)[number];

/** The least sure of several. */
export const weakest = (given: readonly Basis[]): Basis =>
  bases.findLast((basis) => given.includes(basis)) ?? 'declared';

/** How many values a label has at one target of which nobody says it. */
export const assumedValues = 10;

/** How many quantiles a summary has of which nobody says it: as many as that of Go's garbage collector. */
export const assumedQuantiles = 5;

/**
 * How many series a target has beside those that its catalogues declare, of which nobody says it: as many as client_golang brings by itself, 35 of
 * `go_*`, 9 of `process_*` and 4 of `promhttp_*` in the recorded answer of nginx-prometheus-exporter 1.5. Python's client brings 16.
 */
export const assumedUndeclared = 48;

/** How many targets stand behind a Service, or run under labels, of which nobody says it. */
export const assumedTargets = 1;

/**
 * What Prometheus adds to each target: `up`, `scrape_duration_seconds`, `scrape_samples_scraped`, `scrape_samples_post_metric_relabeling` and
 * `scrape_series_added`, https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series.
 */
export const ownSeries = 5;
