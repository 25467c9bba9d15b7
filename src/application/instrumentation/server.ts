import type { Counter, Gauge, Histogram, Metric, Summary } from '#promql/metric/metric.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import type { LabelValues } from '#promql/metric/match.js';
import { type Fault, refuse } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type Taken, unsetLabels } from './part.js';

/** By which metrics a server tells of the HTTP requests that it answers, and by which labels. */
export interface HttpServer {
  /** Requests that ended, however they did. */
  readonly requests: AnyMetric;
  /** How long each took, in seconds. */
  readonly duration?: AnyMetric;
  /** Requests being answered. */
  readonly inFlight?: AnyMetric;
  /** Bytes of a request's and of a response's body. */
  readonly requestSize?: AnyMetric;
  readonly responseSize?: AnyMetric;
  /** The label that holds the pattern of a route, never what somebody asked for. */
  readonly route: string;
  /** The label that holds the status code. */
  readonly status: string;
}

/** Sizes of messages, summed up or counted in buckets. */
type Sizes<L extends string> = Summary<L, 'bytes'> | Histogram<L, 'bytes'>;

export interface HttpServerSpec<R extends string, S extends string> {
  readonly requests: Counter<NoInfer<'method' | R | S>, 'count'>;
  readonly duration?: Histogram<NoInfer<'method' | R>, 'seconds'>;
  /** With the labels `method` and route, or without any. */
  readonly inFlight?: Gauge<never> | Metric<'gauge', LabelValues>;
  readonly requestSize?: Sizes<NoInfer<'method' | R>>;
  readonly responseSize?: Sizes<NoInfer<'method' | R>>;
  /** The label of the pattern of a route: `route: 'path'`. */
  readonly route: R;
  /** The label of the status code, where it is not called `status`. */
  readonly status?: S;
}

/** The metrics of a server, with the labels that whoever counts requests knows. */
export const takenByServer = (server: HttpServer): readonly Taken[] => {
  const { route, status } = server;
  const known = { requests: ['method', route, status], inFlight: ['method', route] };
  const after = ['method', route, status];
  const each = (field: keyof HttpServer, labels: readonly string[]): readonly Taken[] => {
    const metric = server[field];
    return metric === undefined || typeof metric === 'string' ? [] : [{ field, metric, labels }];
  };
  return [
    ...each('requests', known.requests),
    ...each('duration', after),
    ...each('inFlight', known.inFlight),
    ...each('requestSize', after),
    ...each('responseSize', after),
  ];
};

/** Labels that tell requests apart, and that their counter does not have. `endpoint` is one of every target, which the compiler takes for it. */
const missing = ({ requests: { info }, route, status }: HttpServer): readonly Fault[] =>
  Object.entries({ route, status })
    .filter(([, label]) => !info.ownLabels.includes(label))
    .map(([where, label]) => ({
      where: `serving.${where}`,
      what: label,
      code: 'label-unset' as const,
      why: `${info.name} has no label ${label} of its own: it has ${info.ownLabels.join(', ') || 'none'}`,
      cure: instead(label, info.ownLabels),
    }));

/**
 * How a server counts what it answers: `serving({ requests: metrics.requests, duration: metrics.duration, route: 'endpoint' })`.
 *
 * @throws Refusal on a metric that has a label which nobody who counts requests can set, on requests without route or status.
 */
export const serving = <const R extends string, const S extends string = 'status'>({
  status,
  ...spec
}: HttpServerSpec<R, S>): HttpServer => {
  const server: HttpServer = { ...spec, status: status ?? 'status' };
  const lacks = missing(server);
  refuse('serving', lacks.length > 0 ? lacks : unsetLabels('serving', takenByServer(server)));
  return server;
};
