import type { Gauge } from '#promql/metric/metric.js';
import { max, min } from '#promql/vector/aggregate.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';
import type { Window } from '#promql/unit/window.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import type { Up } from '#alerts/scenario/up.js';

/** By what one broker is watched: it exports its own metrics, so `up` of its endpoint tells whether it answers. */
export interface BrokerMetrics {
  /** `up`, narrowed to the nodes of one broker; a node of several that does not answer counts as the broker. */
  readonly up: Up;
}

/** The metrics of RabbitMQ, of each queue, by which queues are watched. */
export interface QueueMetrics {
  readonly messagesReady: Gauge<'vhost' | 'queue', 'count'>;
  readonly messages: Gauge<'vhost' | 'queue', 'count'>;
}

/** The queues that take what no worker could do. */
export interface DeadLetterQueues {
  /** Which names they have, so that one that is added tomorrow is watched too: `/dlq\..+/`. */
  readonly pattern: RegExp;
  /** Names that some have: the alert is proven to fire for each of them. */
  readonly names: NonEmpty<string>;
}

/** Names of queues, of which there is one at least. */
export type QueueNames = NonEmpty<string>;

const perQueue = { by: ['vhost', 'queue'] } as const;

/** 1 while the broker has answered at least once within the window; 0 when it has not, and when its target is gone. */
export const brokerUp = ({ up }: BrokerMetrics, window: Window) => orZero(min(maxOverTime(up, window)));

/**
 * Messages in each work queue that no worker has taken yet. A queue is told of by the node that leads it, and for a moment by the one
 * that did, by however many Services they are scraped: hence no sum.
 */
export const messagesReady = (
  { messagesReady: ready }: Pick<QueueMetrics, 'messagesReady'>,
  queues: QueueNames,
) => max(value(ready.where({ queue: queues })), perQueue);

/** Messages in each dead-letter queue, taken or not. */
export const deadLetters = (
  { messages }: Pick<QueueMetrics, 'messages'>,
  { pattern }: Pick<DeadLetterQueues, 'pattern'>,
) => max(value(messages.where({ queue: pattern })), perQueue);

/** Messages in every queue, taken or not. */
export const queueLength = ({ messages }: Pick<QueueMetrics, 'messages'>) => max(value(messages), perQueue);

/** Labels of a queue in a proof. */
export const queueNamed = (queue: string) => ({ vhost: '/', queue });
