import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, unconventional } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const datname = ['datname'] as const;
const why = 'named after the column of PostgreSQL that it is read from';

/** The states of a connection. */
const states = [
  'active',
  'idle',
  'idle in transaction',
  'idle in transaction (aborted)',
  'fastpath function call',
  'disabled',
] as const;
const lockModes = [
  'accesssharelock',
  'rowsharelock',
  'rowexclusivelock',
  'shareupdateexclusivelock',
  'sharelock',
  'sharerowexclusivelock',
  'exclusivelock',
  'accessexclusivelock',
  'sireadlock',
] as const;

/**
 * postgres_exporter 0.11 to 0.20 with the collectors that are on by default, for PostgreSQL 10 and newer; what help calls newer is not
 * exported for older ones.
 *
 * Several of these carry further labels in some versions (`server` until 0.19; `usename`, `application_name` and others
 * of connections since 0.12): they are left out here, so that expressions aggregate over them and hold for all versions.
 */
export const postgresExporterMetrics = catalog({
  build: gauge('postgres_exporter_build_info', {
    help: 'As which version the exporter was built; always 1',
    labels: ['version'],
    range: [1, 1],
  }),
  up: gauge('pg_up', {
    help: 'Whether the exporter could connect to PostgreSQL; 0 also when all its connections are taken',
    unit: 'boolean',
  }),
  exporterFailed: gauge('pg_exporter_last_scrape_error', {
    help: 'Whether something could not be read in the last scrape',
    unit: 'boolean',
  }),
  connections: gauge('pg_stat_activity_count', {
    help: 'Connections in a state, to a database; none while the exporter cannot connect',
    labels: ['datname', 'state'],
    values: { state: states },
    range,
  }),
  longestTransaction: gauge('pg_stat_activity_max_tx_duration', {
    help: 'Age of the oldest transaction',
    labels: ['datname', 'state'],
    values: { state: states },
    unit: 'seconds',
    range,
  }),
  maxConnections: gauge('pg_settings_max_connections', {
    help: 'Connections that the server accepts, of all databases together, those that are kept for some roles among them',
    range,
  }),
  superuserReservedConnections: gauge('pg_settings_superuser_reserved_connections', {
    help: 'The last of these, which are kept for superusers',
    range,
  }),
  reservedConnections: gauge('pg_settings_reserved_connections', {
    help: 'Those before the last, which are kept for roles with pg_use_reserved_connections; PostgreSQL 16 and newer',
    range,
  }),
  backends: gauge('pg_stat_database_numbackends', {
    help: 'Connections to a database',
    labels: datname,
    range,
  }),
  databaseSize: gauge('pg_database_size_bytes', {
    help: 'Size of a database on disk',
    labels: datname,
    range,
  }),
  locks: gauge('pg_locks_count', {
    help: 'Locks of a mode, granted and awaited together',
    labels: ['datname', 'mode'],
    values: { mode: lockModes },
    range,
  }),
  commits: unconventional.counter('pg_stat_database_xact_commit', {
    help: 'Transactions committed',
    labels: datname,
    why,
  }),
  rollbacks: unconventional.counter('pg_stat_database_xact_rollback', {
    help: 'Transactions rolled back',
    labels: datname,
    why,
  }),
  deadlocks: unconventional.counter('pg_stat_database_deadlocks', {
    help: 'Deadlocks found',
    labels: datname,
    why,
  }),
  blocksHit: unconventional.counter('pg_stat_database_blks_hit', {
    help: 'Blocks that were found in shared buffers',
    labels: datname,
    why,
  }),
  blocksRead: unconventional.counter('pg_stat_database_blks_read', {
    help: 'Blocks that had to be read from disk',
    labels: datname,
    why,
  }),
  temporaryBytes: unconventional.counter('pg_stat_database_temp_bytes', {
    help: 'Bytes that queries wrote to temporary files',
    labels: datname,
    why,
  }),
  rowsFetched: unconventional.counter('pg_stat_database_tup_fetched', {
    help: 'Rows fetched by index scans',
    labels: datname,
    why,
  }),
  rowsInserted: unconventional.counter('pg_stat_database_tup_inserted', {
    help: 'Rows inserted',
    labels: datname,
    why,
  }),
  rowsUpdated: unconventional.counter('pg_stat_database_tup_updated', {
    help: 'Rows updated',
    labels: datname,
    why,
  }),
  rowsDeleted: unconventional.counter('pg_stat_database_tup_deleted', {
    help: 'Rows deleted',
    labels: datname,
    why,
  }),
});

const table = ['datname', 'schemaname', 'relname'] as const;

/** What postgres_exporter has exported since a version, beside the above; from its changelog and source. */
export const postgresExporterSince = {
  '0.13': catalog({
    // Before 0.14 a standby of an idle primary seemed to fall behind, for nothing was there to replay.
    replicationLag: gauge('pg_replication_lag_seconds', {
      help: 'How far a standby is behind; 0 on a primary, whatever its standbys do',
      range,
    }),
    isReplica: gauge('pg_replication_is_replica', {
      help: 'Whether the server is a standby',
      unit: 'boolean',
    }),
  }),
  '0.17': catalog({
    connectionsByWait: gauge('pg_stat_activity_count', {
      help: 'Connections in a state, to a database, and what they wait for: wait_event_type is Lock, IO, Client, …',
      labels: ['datname', 'state', 'usename', 'application_name', 'wait_event_type', 'wait_event'],
      values: { state: states },
      range,
    }),
  }),
  // From 0.14 to 0.17 there was pg_stat_user_tables_size_bytes instead, which was the sum of both.
  '0.18': catalog({
    tableSize: gauge('pg_stat_user_tables_table_size_bytes', {
      help: 'Size of a table on disk, without its indexes',
      labels: table,
      range,
    }),
    indexSize: gauge('pg_stat_user_tables_index_size_bytes', {
      help: 'Size of all indexes of a table on disk',
      labels: table,
      range,
    }),
  }),
};

const statement = ['user', 'datname', 'queryid'] as const;

/**
 * What postgres_exporter 0.13 and newer tells of statements with `--collector.stat_statements`, from its source; the server
 * needs the extension pg_stat_statements. Of each server it exports the hundred statements that took the most time.
 */
export const postgresStatementMetrics = catalog({
  statementCalls: counter('pg_stat_statements_calls_total', {
    help: 'Executions of a statement',
    labels: statement,
  }),
  statementSeconds: counter('pg_stat_statements_seconds_total', {
    help: 'Time spent executing a statement',
    labels: statement,
  }),
  statementRows: counter('pg_stat_statements_rows_total', {
    help: 'Rows that a statement returned or changed',
    labels: statement,
  }),
});
