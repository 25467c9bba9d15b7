/** A metric as it is stored: `_bucket`, `_sum` and `_count` are metrics of their own. */
export interface ExportedMetric {
  /** The type that its program says of the family, or `untyped`. */
  readonly type: string;
  /** The labels of its series, each with the values that it has there. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is there to be read: in a saved `/metrics`, or in a Prometheus. */
export interface Exported {
  /** Where it was seen, as messages call it. */
  readonly source: string;
  /**
   * Whether it is all that rules can read, as in a Prometheus; else it is what one program says of itself, without the labels that
   * scraping adds.
   */
  readonly isWhole: boolean;
  readonly metrics: ReadonlyMap<string, ExportedMetric>;
}

/** Metrics that Prometheus itself makes, whatever is scraped. */
export const isAlwaysThere = (name: string): boolean =>
  /^(ALERTS|ALERTS_FOR_STATE|up|scrape_(duration_seconds|samples_scraped|samples_post_metric_relabeling|series_added|timeout_seconds|sample_limit|body_size_bytes))$/.test(
    name,
  );

/** What several sources have together. */
export const together = (all: readonly Exported[]): Exported => {
  const names = new Set(all.flatMap(({ metrics }) => [...metrics.keys()]));
  return {
    source: all.map(({ source }) => source).join(', '),
    isWhole: all.some(({ isWhole }) => isWhole),
    metrics: new Map(
      [...names].map((name) => [name, joined(all.flatMap(({ metrics }) => metrics.get(name) ?? []))]),
    ),
  };
};

const joined = (metrics: readonly ExportedMetric[]): ExportedMetric => {
  const labels = new Set(metrics.flatMap((each) => [...each.labels.keys()]));
  return {
    type: metrics.find(({ type }) => type !== 'untyped')?.type ?? 'untyped',
    labels: new Map(
      [...labels].map((label) => [
        label,
        new Set(metrics.flatMap((each) => [...(each.labels.get(label) ?? [])])),
      ]),
    ),
  };
};
