import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, unconventional } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;

/** redis_exporter 1.45 to 1.86, https://github.com/oliver006/redis_exporter, for Redis 6 and newer and for Valkey. */
export const redisExporterMetrics = catalog({
  build: gauge('redis_exporter_build_info', {
    help: 'As which version the exporter was built; always 1',
    labels: ['version'],
    range: [1, 1],
  }),
  up: gauge('redis_up', {
    help: 'Whether the exporter could connect to Redis; all else is missing when it could not',
    unit: 'boolean',
  }),
  uptime: unconventional.gauge('redis_uptime_in_seconds', {
    help: 'How long Redis has been running',
    unit: 'seconds',
    range,
    why: 'named after the field of INFO that it is read from',
  }),
  clients: gauge('redis_connected_clients', { help: 'Connections of clients', range }),
  blockedClients: gauge('redis_blocked_clients', {
    help: 'Clients that wait in a blocking call such as BLPOP',
    range,
  }),
  maxClients: gauge('redis_config_maxclients', { help: 'Connections that Redis accepts', range }),
  connectionsRejected: counter('redis_rejected_connections_total', {
    help: 'Connections refused because there were too many',
  }),
  memoryUsed: gauge('redis_memory_used_bytes', { help: 'Memory allocated by Redis', range }),
  memoryMax: gauge('redis_memory_max_bytes', {
    help: 'maxmemory; 0 where it is not set: dividing by it needs positive()',
    range,
  }),
  memoryResident: gauge('redis_memory_used_rss_bytes', { help: 'Memory as the kernel counts it', range }),
  keyspaceHits: counter('redis_keyspace_hits_total', { help: 'Look-ups of keys that were there' }),
  keyspaceMisses: counter('redis_keyspace_misses_total', { help: 'Look-ups of keys that were not there' }),
  keys: gauge('redis_db_keys', { help: 'Keys in a database', labels: ['db'], range }),
  expiringKeys: gauge('redis_db_keys_expiring', {
    help: 'Keys in a database that have a time to live',
    labels: ['db'],
    range,
  }),
  evictedKeys: counter('redis_evicted_keys_total', { help: 'Keys removed to keep within maxmemory' }),
  expiredKeys: counter('redis_expired_keys_total', { help: 'Keys whose time to live was over' }),
  commands: counter('redis_commands_processed_total', { help: 'Commands answered' }),
  commandCalls: counter('redis_commands_total', { help: 'Calls of a command', labels: ['cmd'] }),
  commandDuration: counter('redis_commands_duration_seconds_total', {
    help: 'Time spent in a command',
    labels: ['cmd'],
  }),
  bytesReceived: counter('redis_net_input_bytes_total', { help: 'Bytes received' }),
  bytesSent: counter('redis_net_output_bytes_total', { help: 'Bytes sent' }),
  slowLogLength: gauge('redis_slowlog_length', { help: 'Entries in the slow log', range }),
  lastSaveFine: gauge('redis_rdb_last_bgsave_status', {
    help: 'Whether the last save to disk succeeded',
    unit: 'boolean',
  }),
  replicas: gauge('redis_connected_slaves', { help: 'Replicas that are connected', range }),
});
