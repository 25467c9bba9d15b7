import { deadLettersWaiting } from './rabbitmq/dead-letters-waiting.js';
import { type WorkQueues, queueTooLong } from './rabbitmq/queue-too-long.js';
import type { QueueMetrics } from './rabbitmq/queues.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export {
  type DeadLetterQueues,
  type QueueMetrics,
  deadLetters,
  messagesReady,
  queueLength,
} from './rabbitmq/queues.js';
export type { WorkQueues } from './rabbitmq/queue-too-long.js';

export interface QueueAlerts {
  readonly queueTooLong: Alert<'vhost' | 'queue', 'count'>;
  readonly deadLettersWaiting: Alert<'vhost' | 'queue', 'count'>;
}

/**
 * Work that piles up, and work that was given up.
 *
 * @throws Error on a name that is on the wrong side of the pattern of dead-letter queues.
 */
export const queueAlerts = (subject: Subject, metrics: QueueMetrics, queues: WorkQueues): QueueAlerts => ({
  queueTooLong: queueTooLong(subject, metrics, queues),
  deadLettersWaiting: deadLettersWaiting(subject, metrics, queues),
});
