import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, pythonBuckets, unconventional } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const task = ['name', 'hostname', 'queue_name'] as const;
const queue = ['queue_name'] as const;

/** Upper edges of its buckets of waiting, `--queue-wait-buckets`, in seconds. */
const waitBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800] as const;
const why = 'its unit, seconds, is not in its name';

/**
 * celery-exporter 0.12, https://github.com/danihodovic/celery-exporter, of workers that send events (`worker_send_task_events`). It counts
 * each state by a counter of its own; all but `sent` begin at 0 with the first event of a task.
 *
 * @param buckets Upper edges of the buckets of running, its option `--buckets`, in seconds.
 */
export const celeryExporterMetricsWith = (buckets: readonly number[]) =>
  catalog({
    sent: counter('celery_task_sent_total', {
      help: 'Tasks put into a queue; only where task_send_sent_event is set',
      labels: task,
    }),
    received: counter('celery_task_received_total', { help: 'Tasks that a worker received', labels: task }),
    started: counter('celery_task_started_total', {
      help: 'Tasks that a worker began, each try by itself',
      labels: task,
    }),
    succeeded: counter('celery_task_succeeded_total', { help: 'Tasks that succeeded', labels: task }),
    failed: counter('celery_task_failed_total', {
      help: 'Tasks that failed for good, by exception',
      labels: [...task, 'exception'],
    }),
    retried: counter('celery_task_retried_total', {
      help: 'Tries that failed and are made again',
      labels: task,
    }),
    rejected: counter('celery_task_rejected_total', { help: 'Tasks that a worker rejected', labels: task }),
    revoked: counter('celery_task_revoked_total', { help: 'Tasks that were revoked', labels: task }),
    taskDuration: unconventional.histogram('celery_task_runtime', {
      help: 'Time that a task took which succeeded',
      labels: task,
      buckets,
      unit: 'seconds',
      why,
    }),
    queueWait: unconventional.histogram('celery_task_queue_wait_time', {
      help: 'Time that a task waited in its queue; only where task_send_sent_event is set',
      labels: task,
      buckets: waitBuckets,
      unit: 'seconds',
      why,
    }),
    workerUp: gauge('celery_worker_up', {
      help: 'Whether a worker has sent a heartbeat within 5 minutes; it is gone after 10',
      labels: ['hostname'],
      unit: 'boolean',
    }),
    workerTasks: gauge('celery_worker_tasks_active', {
      help: 'Tasks that a worker is running',
      labels: ['hostname'],
      range,
    }),
    queueLength: gauge('celery_queue_length', {
      help: 'Messages in a queue that no worker has taken yet',
      labels: queue,
      range,
    }),
    queueWorkers: gauge('celery_active_worker_count', {
      help: 'Workers that take from a queue, as they answer when it is scraped',
      labels: queue,
      range,
    }),
    queueProcesses: gauge('celery_active_process_count', {
      help: 'Processes of those workers',
      labels: queue,
      range,
    }),
  });

/** The same with its usual buckets, the last of which ends at 10 seconds. */
export const celeryExporterMetrics = celeryExporterMetricsWith(pythonBuckets);

/** What it exports besides where the broker is RabbitMQ: of Redis nobody knows. */
export const celeryConsumerMetrics = catalog({
  queueConsumers: gauge('celery_active_consumer_count', {
    help: 'Consumers of a queue, as the broker counts them',
    labels: queue,
    range,
  }),
});
