/** What each component of a kind is told, by its id: its type, or its type and a name of its own, `otlp_grpc/tempo`. */
export type Components = Readonly<Record<string, object>>;

/** What flows from receivers through processors, in their order, to exporters. Its id begins with what flows: `traces`, `metrics/spans`. */
export interface Pipeline {
  readonly receivers: readonly string[];
  readonly processors?: readonly string[];
  readonly exporters: readonly string[];
}

/** The configuration of an OpenTelemetry Collector, https://opentelemetry.io/docs/collector/configuration/. */
export interface CollectorConfiguration {
  readonly extensions: Components;
  readonly receivers: Components;
  readonly processors: Components;
  readonly connectors?: Components;
  readonly exporters: Components;
  readonly service: {
    readonly extensions: readonly string[];
    readonly telemetry: object;
    readonly pipelines: Readonly<Record<string, Pipeline>>;
  };
}

/** The type of a component or a pipeline, of its id. */
export const typeOf = (id: string): string => id.split('/')[0] ?? id;
