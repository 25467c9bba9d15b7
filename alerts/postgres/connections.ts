import type { Gauge } from '../../promql/metric/metric.js';
import { max, sum } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { positive } from '../../promql/vector/compare.js';
import { value } from '../../promql/vector/select.js';
import { type Up, isUpBy } from '../scenario/up.js';

/** The metric of postgres_exporter by which one PostgreSQL server is watched. */
export interface PostgresMetrics {
  /** `pg_up`, narrowed to the exporter of one server: of several, one that vanishes is not missed. */
  readonly up: Up;
}

/** The metric of postgres_exporter by which the connections of a server are counted. */
export interface ConnectionCountMetrics {
  readonly connections: Gauge<'instance', 'count'>;
}

/** The metrics of postgres_exporter by which they are compared with those that the server accepts. */
export interface ConnectionMetrics extends ConnectionCountMetrics {
  readonly maxConnections: Gauge<'instance', 'count'>;
}

const perServer = { by: ['instance'] } as const;

/** 1 while the exporter reaches PostgreSQL; 0 when it does not, and when the exporter itself is gone. */
export const databaseUp = ({ up }: PostgresMetrics) => isUpBy('pg_up', up);

/** Connections of each server, in every state and to every database: idle ones take a place too. */
export const connectionsInUse = ({ connections }: ConnectionCountMetrics) =>
  sum(value(connections), perServer);

/** The share of its `max_connections` that each server has in use. */
export const connectionRatio = ({ connections, maxConnections }: ConnectionMetrics) =>
  divide(connectionsInUse({ connections }), positive(max(value(maxConnections), perServer)));
