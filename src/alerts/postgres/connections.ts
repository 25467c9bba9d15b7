import type { Gauge } from '#promql/metric/metric.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { add, divide, multiply, subtract } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { or } from '#promql/vector/set.js';
import { type Up, isUpBy } from '#alerts/scenario/up.js';

/** The metric of postgres_exporter by which one PostgreSQL server is watched. */
export interface PostgresMetrics {
  /** `pg_up`, narrowed to the exporter of one server: of several, the worst counts. */
  readonly up: Up;
}

/** What tells apart that the same exporter is scraped twice: for two Services, by two jobs. */
export const perTarget = { by: ['instance', 'job', 'service'] } as const;
/** Connections by server. */
export type Connections = Gauge<(typeof perTarget.by)[number], 'count'>;

/** The metric of postgres_exporter by which the connections of a server are counted. */
export interface ConnectionCountMetrics {
  readonly connections: Connections;
}

/** The metrics of postgres_exporter that tell how many connections the server accepts, and of whom. */
export interface RoomMetrics {
  readonly maxConnections: Gauge<'instance', 'count'>;
  readonly superuserReservedConnections: Gauge<'instance', 'count'>;
  readonly reservedConnections: Gauge<'instance', 'count'>;
}

/** The metrics of postgres_exporter by which connections are compared with those that clients can have. */
export interface ConnectionMetrics extends ConnectionCountMetrics, RoomMetrics {}

const perServer = { by: ['instance'] } as const;

/** Connections as each target tells of them. */
const told = (connections: Connections) => sum(value(connections), perTarget);

/** 1 while the exporter reaches PostgreSQL; 0 when it does not; nothing while the exporter itself is gone. */
export const databaseUp = ({ up }: PostgresMetrics) => isUpBy('pg_up', up);

/** Connections of each server, in every state and to every database: idle ones take a place too. */
export const connectionsInUse = ({ connections }: ConnectionCountMetrics) =>
  max(told(connections), perServer);

/** Connections of one server, of which several exporters may tell: all of them, or those in a state. */
export const connectionsOfServer = (connections: Connections) => max(told(connections));

/**
 * Connections that clients can have of each server: without those that are kept for superusers, and since PostgreSQL 16 for roles with
 * `pg_use_reserved_connections`, https://www.postgresql.org/docs/current/runtime-config-connection.html. Where nobody tells of any,
 * none are kept.
 */
export const connectionsForClients = ({
  maxConnections,
  superuserReservedConnections,
  reservedConnections,
}: RoomMetrics) => {
  const all = max(value(maxConnections), perServer);
  const forSuperusers = max(value(superuserReservedConnections), perServer);
  const forRoles = max(value(reservedConnections), perServer);
  return subtract(all, or(or(add(forSuperusers, forRoles), forSuperusers), multiply(all, 0)));
};

/** The share that each server has in use of the connections that clients can have. */
export const connectionRatio = ({ connections, ...room }: ConnectionMetrics) =>
  divide(connectionsInUse({ connections }), positive(connectionsForClients(room)));
