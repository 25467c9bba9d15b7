import type { Gauge } from '#promql/metric/metric.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { max } from '#promql/vector/aggregate.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

type OfQueue = Gauge<'queue_name', 'count'>;

/** The metrics of celery-exporter by which queues are watched, whatever the broker is. */
export interface CeleryQueueMetrics {
  /** Messages that no worker has taken yet. */
  readonly queueLength: OfQueue;
  /** Workers that take from it. */
  readonly queueWorkers: OfQueue;
}

/** Queues from which workers must take. */
export interface CeleryQueues {
  /** Their names. The exporter is told them too, else it forgets, at its next start, one from which nobody takes. */
  readonly queues: NonEmpty<string>;
  /** Tasks that may wait in one. */
  readonly waiting: Limit<'count'>;
}

const perQueue = { by: ['queue_name'] } as const;

/** Tasks that wait in each queue. Two replicas of the exporter tell of the same: hence no sum. */
export const tasksWaiting = ({ queueLength }: Pick<CeleryQueueMetrics, 'queueLength'>) =>
  max(value(queueLength), perQueue);

/** Workers that took from each queue at some time within the window: one that is too busy to answer at once is still there. */
export const queueWorkers = (
  { queueWorkers: workers }: Pick<CeleryQueueMetrics, 'queueWorkers'>,
  window: Window,
) => max(maxOverTime(workers, window), perQueue);
