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
  /** The language of the expression, where that is not PromQL: it is not judged. */
  readonly language?: Language;
  /** What is wrong with the rule itself, as a sentence without its end: Prometheus does not load it, and nothing is judged of it. */
  readonly broken?: string;
  /** Why nothing that its expression reads needs to be there, as its author says above it. */
  readonly emptyByDesign?: string;
}

/** What rules of other engines are written in. VictoriaMetrics takes PromQL too: only what that does not know is not judged. */
export type Language = 'LogQL' | 'MetricsQL' | 'another language';

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

/** In what a group of rules stands. */
export interface Origin {
  /** A file of Prometheus, Mimir, Thanos or Loki, or an object of Kubernetes by its kind. */
  readonly kind: 'file' | 'PrometheusRule' | 'VMRule' | 'ConfigMap' | 'AlertingRule' | 'RecordingRule';
  /** The object's own name, or the key of a ConfigMap behind it: `rules/shop.yml`. */
  readonly name?: string;
  /** The object's namespace, or the one of Mimir in which the file is. */
  readonly namespace?: string;
  /** Labels of the object, by which a Prometheus of the operator selects it. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A group of rules as somebody wrote it. */
export interface WrittenGroup {
  readonly name: string;
  readonly place: Place;
  readonly origin: Origin;
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
