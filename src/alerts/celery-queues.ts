import { queueUnattended } from './celery/queue-unattended.js';
import type { CeleryQueueMetrics, CeleryQueues } from './celery/queues.js';
import { tooManyTasksWaiting } from './celery/too-many-tasks-waiting.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type CeleryQueueMetrics, type CeleryQueues, queueWorkers, tasksWaiting } from './celery/queues.js';

export interface CeleryQueueAlerts {
  readonly tooManyTasksWaiting: Alert<'queue_name', 'count'>;
  readonly queueUnattended: Alert<'queue_name', 'count'>;
}

/** Tasks that pile up in a queue of Celery, and a queue from which no worker takes; by celery-exporter, whatever the broker is. */
export const celeryQueueAlerts = (
  subject: Subject,
  metrics: CeleryQueueMetrics,
  queues: CeleryQueues,
): CeleryQueueAlerts => ({
  tooManyTasksWaiting: tooManyTasksWaiting(subject, metrics, queues),
  queueUnattended: queueUnattended(subject, metrics, queues),
});
