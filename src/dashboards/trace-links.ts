import { spanMetrics } from '#metrics/span-metrics.js';
import { type Datasource, type Datasources, isTraceStore } from './datasource.js';

/** What belongs together in a Grafana: the Prometheus that has the metrics of spans, who keeps logs, and who keeps traces. */
export interface Together {
  readonly prometheus: Datasource;
  readonly logs?: Datasource;
  readonly traces?: Datasource;
}

type Json = string | number | boolean | readonly Json[] | JsonData;

/** What is said of a data source beside its address: its `jsonData`. */
export interface JsonData {
  readonly [field: string]: Json;
}

/**
 * How a `$` is written that is meant: a provisioning file has variables of the environment put in, an object of grafana-operator has not.
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#use-environment-variables.
 */
export type Dollar = '$$' | '$';

/** Attributes of a span by which its service's series are found, and its streams of logs: those that Fluent Bit sets of its pod. */
const ofSeries = [
  { key: 'service.name', value: 'service_name' },
  { key: 'k8s.namespace.name', value: 'namespace' },
];
const ofStreams = [
  { key: 'service.name', value: 'app' },
  { key: 'k8s.namespace.name', value: 'namespace' },
];

/** By which label exemplars name a trace: the collector's exporter and the client libraries write it so. */
export const traceIdLabel = 'trace_id';

/** What is read on the button that leads there. */
export const viewTrace = 'View trace';

/** A line of JSON that names its trace, as the generated instrumentation writes it. */
const traceIdInLine = '"trace_id":\\s*"([0-9a-f]{32})"';

const toMetrics = ({ uid }: Datasource, dollar: Dollar): JsonData => {
  const [calls, duration] = [spanMetrics.calls.info.name, spanMetrics.duration.info.name];
  const chosen = `${dollar}__tags`;
  const over = `[${dollar}__rate_interval]`;
  return {
    datasourceUid: uid,
    spanStartTimeShift: '-30m',
    spanEndTimeShift: '30m',
    tags: ofSeries,
    queries: [
      { name: 'Requests per second', query: `sum by (span_name) (rate(${calls}{${chosen}}${over}))` },
      {
        name: 'Errors per second',
        query: `sum by (span_name) (rate(${calls}{${chosen}, status_code="STATUS_CODE_ERROR"}${over}))`,
      },
      {
        name: 'P95 of durations',
        query: `histogram_quantile(0.95, sum by (le, span_name) (rate(${duration}_bucket{${chosen}}${over})))`,
      },
    ],
  };
};

/** Elasticsearch has what Filebeat read of a line of JSON below `json`; Loki is asked for lines that hold the id. */
const toLogs = ({ type, uid }: Datasource, dollar: Dollar): JsonData => ({
  datasourceUid: uid,
  spanStartTimeShift: '-5m',
  spanEndTimeShift: '5m',
  ...(type === 'elasticsearch'
    ? { customQuery: true, query: `json.trace_id:"${dollar}{__trace.traceId}"` }
    : { tags: ofStreams, filterByTraceID: true, filterBySpanID: false, customQuery: false }),
});

/**
 * By what a data source leads to the others: from a trace to the logs of its spans and to the metrics of its services, from a line of a log and
 * from an exemplar to the trace. Nothing of what is not there. The map of services would need metrics that the span_metrics connector does not make; the graph of a
 * trace's own spans needs none.
 */
export const linksOf = (
  { type }: Datasource,
  { prometheus, logs, traces }: Together,
  dollar: Dollar = '$$',
): JsonData => {
  if (isTraceStore(type))
    return {
      ...(logs && { tracesToLogsV2: toLogs(logs, dollar) }),
      tracesToMetrics: toMetrics(prometheus, dollar),
      nodeGraph: { enabled: true },
    };
  if (traces === undefined) return {};
  const value = `${dollar}{__value.raw}`;
  switch (type) {
    case 'prometheus':
      return {
        exemplarTraceIdDestinations: [
          { name: traceIdLabel, datasourceUid: traces.uid, urlDisplayLabel: viewTrace },
        ],
      };
    case 'loki':
      return {
        derivedFields: [
          {
            ...{ name: 'trace_id', matcherRegex: traceIdInLine, url: value },
            ...{ datasourceUid: traces.uid, urlDisplayLabel: viewTrace },
          },
        ],
      };
    case 'elasticsearch':
      return {
        dataLinks: [
          { field: 'json.trace_id', url: value, datasourceUid: traces.uid, urlDisplayLabel: viewTrace },
        ],
      };
    default:
      return {};
  }
};

/** Which of a Grafana's data sources belong together: the first that keeps logs, and the first that keeps traces. */
export const togetherIn = (
  sources: readonly Datasource[],
  { prometheus }: Pick<Datasources, 'prometheus'>,
): Together => {
  const logs = sources.find(({ type }) => type === 'loki' || type === 'elasticsearch');
  const traces = sources.find(({ type }) => isTraceStore(type));
  return { prometheus, ...(logs && { logs }), ...(traces && { traces }) };
};
