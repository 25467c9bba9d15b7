import type { Limit } from '../promql/unit/limit.js';
import type { Duration } from '../ground/duration.js';
import { connectionsExhausted } from './postgres/connections-exhausted.js';
import { databaseDown } from './postgres/database-down.js';
import type { ConnectionMetrics, ConnectionCountMetrics, PostgresMetrics } from './postgres/connections.js';
import { tooManyConnections } from './postgres/too-many-connections.js';
import type { Subject } from './text/subject.js';

export {
  type ConnectionMetrics,
  type ConnectionCountMetrics,
  type PostgresMetrics,
  connectionRatio,
  connectionsInUse,
  databaseUp,
} from './postgres/connections.js';

/** A PostgreSQL server that does not answer. */
export const postgresAlerts = (
  subject: Subject,
  metrics: PostgresMetrics,
  { for: hold = '2m' }: { readonly for?: Duration } = {},
) => ({ databaseDown: databaseDown(subject, metrics, hold) });

export interface Connections {
  /** Share of `max_connections` that may be taken. */
  readonly used: Limit<'ratio'>;
}

/** A PostgreSQL server that is about to refuse connections. */
export const postgresConnectionAlerts = (
  subject: Subject,
  metrics: ConnectionMetrics,
  { used }: Connections,
) => ({ connectionsExhausted: connectionsExhausted(subject, metrics, used) });

export interface ConnectionCount {
  /** Connections that a server may have, idle ones among them. */
  readonly most: Limit<'count'>;
}

/** A PostgreSQL server with more connections than its application should need. */
export const postgresConnectionCountAlerts = (
  subject: Subject,
  metrics: ConnectionCountMetrics,
  { most }: ConnectionCount,
) => ({ tooManyConnections: tooManyConnections(subject, metrics, most) });
