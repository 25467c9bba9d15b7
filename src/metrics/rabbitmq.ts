import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const queue = ['vhost', 'queue'] as const;

/**
 * RabbitMQ's own plugin rabbitmq_prometheus, RabbitMQ 3.10 to 4.3, on `/metrics/per-object`. On `/metrics` the queues have no
 * labels: every one of them is the sum over all queues there.
 */
export const rabbitmqMetrics = catalog({
  identity: gauge('rabbitmq_identity_info', {
    help: 'One series per node, always 1: the broker answers',
    labels: ['rabbitmq_node', 'rabbitmq_cluster'],
    unit: 'boolean',
  }),
  messagesReady: gauge('rabbitmq_queue_messages_ready', {
    help: 'Messages in a queue that nobody has taken yet',
    labels: queue,
    range,
  }),
  messagesUnacked: gauge('rabbitmq_queue_messages_unacked', {
    help: 'Messages of a queue that are taken and not acknowledged',
    labels: queue,
    range,
  }),
  messages: gauge('rabbitmq_queue_messages', {
    help: 'Messages in a queue: those ready and those not acknowledged',
    labels: queue,
    range,
  }),
  consumers: gauge('rabbitmq_queue_consumers', { help: 'Consumers of a queue', labels: queue, range }),
  connections: gauge('rabbitmq_connections', { help: 'Connections that are open', range }),
  published: counter('rabbitmq_global_messages_received_total', {
    help: 'Messages that publishers sent',
    labels: ['protocol'],
  }),
  delivered: counter('rabbitmq_global_messages_delivered_total', {
    help: 'Messages that consumers got',
    labels: ['protocol', 'queue_type'],
  }),
  acknowledged: counter('rabbitmq_global_messages_acknowledged_total', {
    help: 'Messages that consumers acknowledged',
    labels: ['protocol', 'queue_type'],
  }),
  redelivered: counter('rabbitmq_global_messages_redelivered_total', {
    help: 'Messages that were delivered again',
    labels: ['protocol', 'queue_type'],
  }),
  unroutable: counter('rabbitmq_global_messages_unroutable_dropped_total', {
    help: 'Messages that no queue wanted, and that were dropped',
    labels: ['protocol'],
  }),
  memory: gauge('rabbitmq_process_resident_memory_bytes', { help: 'Memory that a node uses', range }),
  memoryLimit: gauge('rabbitmq_resident_memory_limit_bytes', {
    help: 'Memory at which a node blocks its publishers',
    range,
  }),
  diskAvailable: gauge('rabbitmq_disk_space_available_bytes', { help: 'Disk space left to a node', range }),
  diskLimit: gauge('rabbitmq_disk_space_available_limit_bytes', {
    help: 'Disk space left at which a node blocks its publishers',
    range,
  }),
  files: gauge('rabbitmq_process_open_fds', { help: 'Open file descriptors', range }),
  filesMax: gauge('rabbitmq_process_max_fds', { help: 'File descriptors that may be open', range }),
});

/**
 * The same plugin on `path: '/metrics/detailed'`, with `params: { family: ['queue_coarse_metrics'] }`: queues alone, for brokers with very
 * many.
 */
export const rabbitmqDetailedMetrics = catalog({
  messagesReady: gauge('rabbitmq_detailed_queue_messages_ready', {
    help: 'Messages in a queue that nobody has taken yet',
    labels: queue,
    range,
  }),
  messagesUnacked: gauge('rabbitmq_detailed_queue_messages_unacked', {
    help: 'Messages of a queue that are taken and not acknowledged',
    labels: queue,
    range,
  }),
  messages: gauge('rabbitmq_detailed_queue_messages', {
    help: 'Messages in a queue: those ready and those not acknowledged',
    labels: queue,
    range,
  }),
});
