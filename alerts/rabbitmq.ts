import { re2Source } from '../promql/metric/match.js';
import { matchesWhole } from '../promql/metric/re2.js';
import type { Duration } from '../ground/duration.js';
import type { Limit } from '../promql/unit/limit.js';
import { deadLettersWaiting } from './rabbitmq/dead-letters-waiting.js';
import { queueTooLong } from './rabbitmq/queue-too-long.js';
import { rabbitmqDown } from './rabbitmq/rabbitmq-down.js';
import type { BrokerMetrics, DeadLetterQueues, QueueMetrics } from './rabbitmq/signals.js';
import type { NonEmpty } from './scenario/scenario.js';
import type { Subject } from './text/subject.js';

export {
  type BrokerMetrics,
  type DeadLetterQueues,
  type QueueMetrics,
  brokerUp,
  deadLetters,
  messagesReady,
  queueLength,
} from './rabbitmq/signals.js';

/** A RabbitMQ that does not answer. */
export const rabbitmqAlerts = (
  subject: Subject,
  metrics: BrokerMetrics,
  { for: hold = '1m' }: { readonly for?: Duration } = {},
) => ({ rabbitmqDown: rabbitmqDown(subject, metrics, hold) });

export interface Queues {
  /** Names of the work queues: those that workers must keep short. */
  readonly work: NonEmpty<string>;
  /** Messages that may wait in one work queue. */
  readonly waiting: Limit<'count'>;
  readonly deadLetter: DeadLetterQueues;
}

/**
 * Work that piles up, and work that was given up.
 *
 * @throws Error on a name that is on the wrong side of the pattern of dead-letter queues.
 */
export const queueAlerts = (
  subject: Subject,
  metrics: QueueMetrics,
  { work, waiting, deadLetter }: Queues,
) => {
  const faults = queueFaults(work, deadLetter);
  if (faults.length > 0) throw new Error(`queueAlerts: ${faults.join('; ')}`);
  return {
    queueTooLong: queueTooLong(subject, metrics, work, waiting, deadLetter),
    deadLettersWaiting: deadLettersWaiting(subject, metrics, deadLetter, work),
  };
};

const queueFaults = (work: Queues['work'], { pattern, names }: DeadLetterQueues): readonly string[] => {
  const matches = (name: string): boolean => matchesWhole(re2Source(pattern, 'queueAlerts'), name);
  return [
    ...work
      .filter(matches)
      .map(
        (name) =>
          `work queue '${name}' matches ${String(pattern)}; dead letters are no work, narrow the pattern`,
      ),
    ...names
      .filter((name) => !matches(name))
      .map((name) => `dead-letter queue '${name}' does not match ${String(pattern)}; widen the pattern`),
  ];
};
