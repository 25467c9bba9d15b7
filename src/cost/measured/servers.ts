import type { Fact } from './fact.js';

const ofDatabase = (series: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...['numbackends', 'xact_commit', 'xact_rollback', 'deadlocks', 'blks_hit', 'blks_read'],
      ...['temp_bytes', 'tup_fetched', 'tup_inserted', 'tup_updated', 'tup_deleted'],
    ].map((name) => [`pg_stat_database_${name}`, series]),
  );

const ofDisk = (series: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...['filesystem_size_bytes', 'filesystem_avail_bytes', 'filesystem_free_bytes', 'filesystem_files'],
      ...['filesystem_files_free', 'filesystem_readonly', 'disk_reads_completed_total'],
      ...['disk_writes_completed_total', 'disk_read_bytes_total', 'disk_written_bytes_total'],
      'disk_io_time_seconds_total',
    ].map((name) => [`node_${name}`, series]),
  );

/** Exporters of servers, and servers that tell of themselves. */
export const servers: readonly Fact[] = [
  {
    program: 'redis_exporter 1.86',
    exposition: 'redis_exporter_1.86',
    marks: ['redis_up'],
    others: 212,
    series: {
      redis_exporter_build_info: 1,
      ...{ redis_db_keys: 16, redis_db_keys_expiring: 16 },
      ...{ redis_commands_total: 3, redis_commands_duration_seconds_total: 3 },
    },
  },
  {
    program: 'postgres_exporter 0.19',
    exposition: 'postgres_exporter_0.19_pg18',
    marks: ['pg_up'],
    others: 183,
    series: {
      postgres_exporter_build_info: 1,
      ...ofDatabase(3),
      ...{ pg_stat_activity_count: 18, pg_stat_activity_max_tx_duration: 18, pg_locks_count: 27 },
      ...{ pg_database_size_bytes: 3 },
      ...{ pg_stat_user_tables_table_size_bytes: 1, pg_stat_user_tables_index_size_bytes: 1 },
      ...{
        pg_stat_statements_calls_total: 5,
        pg_stat_statements_seconds_total: 5,
        pg_stat_statements_rows_total: 5,
      },
    },
  },
  {
    program: 'nginx-prometheus-exporter 1.5',
    exposition: 'nginx_exporter_1.5',
    marks: ['nginx_up'],
    others: 49,
    series: {},
  },
  {
    program: 'node_exporter 1.11',
    exposition: 'node_exporter_1.11',
    marks: ['node_boot_time_seconds'],
    others: 486,
    // two cores, one disk
    series: { node_exporter_build_info: 1, node_cpu_seconds_total: 16, ...ofDisk(1) },
  },
  {
    program: 'celery-exporter 0.12.2',
    exposition: 'celery-exporter_0.12.2',
    marks: ['celery_worker_up'],
    others: 20,
    series: {
      ...{ celery_task_sent_total: 2, celery_task_received_total: 2, celery_task_started_total: 2 },
      ...{ celery_task_succeeded_total: 2, celery_task_failed_total: 3, celery_task_retried_total: 2 },
      ...{ celery_task_rejected_total: 2, celery_task_revoked_total: 2 },
      ...{ celery_task_runtime_count: 1, celery_task_runtime_sum: 1, celery_task_runtime_bucket: 15 },
      ...{ celery_task_queue_wait_time_count: 2, celery_task_queue_wait_time_sum: 2 },
      ...{ celery_task_queue_wait_time_bucket: 30, celery_worker_up: 1, celery_worker_tasks_active: 1 },
      ...{ celery_queue_length: 3, celery_active_worker_count: 3, celery_active_process_count: 3 },
      celery_active_consumer_count: 3,
    },
  },
  {
    program: 'RabbitMQ 4.3, of each object',
    exposition: 'rabbitmq_4.3_per-object',
    marks: ['rabbitmq_identity_info'],
    others: 664,
    series: {
      ...{ rabbitmq_identity_info: 1, rabbitmq_queue_messages_ready: 1, rabbitmq_queue_messages_unacked: 1 },
      ...{ rabbitmq_queue_messages: 1, rabbitmq_queue_consumers: 1 },
      ...{ rabbitmq_global_messages_received_total: 2, rabbitmq_global_messages_delivered_total: 8 },
      ...{ rabbitmq_global_messages_acknowledged_total: 8, rabbitmq_global_messages_redelivered_total: 8 },
      rabbitmq_global_messages_unroutable_dropped_total: 2,
    },
  },
  {
    program: 'RabbitMQ 3.10, detailed',
    exposition: 'rabbitmq_3.10_detailed',
    marks: ['rabbitmq_detailed_queue_messages'],
    others: 97,
    series: {
      ...{ rabbitmq_detailed_queue_messages_ready: 5, rabbitmq_detailed_queue_messages_unacked: 5 },
      rabbitmq_detailed_queue_messages: 5,
    },
  },
];
