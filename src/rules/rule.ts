/** Where something stands in what was read: a line of a file, counted from 1. */
export interface Place {
  /** As it was given, from the folder of whoever asked: `rules/shop.yml`. */
  readonly file: string;
  readonly line: number;
}

/** What alerting and recording rules have in common, as written. */
interface Written {
  readonly place: Place;
  /** The PromQL text as it stands, unparsed. */
  readonly expr: string;
  /** Where the text of the expression begins: its first line. */
  readonly exprPlace: Place;
  readonly labels: Readonly<Record<string, string>>;
}

/** An alerting rule as somebody wrote it, https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/. */
export interface WrittenAlert extends Written {
  readonly kind: 'alert';
  readonly name: string;
  /** Seconds. */
  readonly for: number;
  /** Seconds. */
  readonly keepFiringFor: number;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A recording rule as somebody wrote it. */
export interface WrittenRecord extends Written {
  readonly kind: 'record';
  /** The name of the recorded series. */
  readonly name: string;
}

export type WrittenRule = WrittenAlert | WrittenRecord;

/** A group of rules as somebody wrote it. */
export interface WrittenGroup {
  readonly name: string;
  readonly place: Place;
  /** Seconds between evaluations; nothing where the file leaves it to Prometheus. */
  readonly interval?: number;
  /** Seconds by which it looks back. */
  readonly queryOffset?: number;
  /** Labels that it adds to all of its rules, where they do not say them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rules: readonly WrittenRule[];
  /** What else it says, which only another engine reads: Mimir's `source_tenants`, Thanos's `partial_response_strategy`, a `limit`. */
  readonly others: Readonly<Record<string, unknown>>;
}
