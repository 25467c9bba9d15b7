import type { AnyMetric, Gauge } from '#promql/metric/metric.js';
import { refuse } from '#ground/fault.js';
import { type Taken, unsetLabels } from './part.js';

/** By which gauges a program tells of the pool of connections to its database. */
export interface ConnectionPool {
  /** Connections that it may open. */
  readonly size?: AnyMetric;
  /** Those that wait for work. */
  readonly idle?: AnyMetric;
  /** Those at work. */
  readonly inUse?: AnyMetric;
}

export interface ConnectionPoolSpec {
  readonly size?: Gauge<never, 'count'>;
  readonly idle?: Gauge<never, 'count'>;
  readonly inUse?: Gauge<never, 'count'>;
}

/** Gauges without a label: a pool is one, and its client knows no name of it. */
export const takenByPool = (pool: ConnectionPool): readonly Taken[] =>
  Object.entries(pool).flatMap(([field, metric]: [string, AnyMetric | undefined]) =>
    metric ? [{ field, metric, labels: [] }] : [],
  );

/**
 * How a pool of connections is told of, asked at each scrape:
 * `connectionPool({ size: metrics.poolSize, idle: metrics.poolIdle, inUse: metrics.poolInUse })`.
 *
 * @throws Refusal on a gauge that has a label.
 */
export const connectionPool = (spec: ConnectionPoolSpec): ConnectionPool => {
  refuse('connectionPool', unsetLabels('connectionPool', takenByPool(spec)));
  return spec;
};
