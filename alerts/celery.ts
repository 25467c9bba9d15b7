import { type Limit, perSecond } from '../promql/unit/limit.js';
import { taskFailing } from './celery/task-failing.js';
import { taskSlow } from './celery/task-slow.js';
import type { CeleryMetrics } from './celery/signals.js';
import type { Subject } from './text/subject.js';

export { type CeleryMetrics, taskFailureRatio, taskRate, taskTimeP95 } from './celery/signals.js';

export interface CeleryLimits {
  /** Share of the runs of a task that may fail for good. */
  readonly failures: Limit<'ratio'>;
  /** What 95 of 100 runs of a task stay under. */
  readonly duration: Limit<'seconds'>;
  /** Fewer runs of a task than this say nothing. By default 12 in 10 minutes. */
  readonly leastRuns?: Limit<'perSecond'>;
}

/** Tasks of Celery workers that fail, or that take too long; an alert for each task. */
export const celeryAlerts = (
  subject: Subject,
  metrics: CeleryMetrics,
  { failures, duration, leastRuns = perSecond(0.02) }: CeleryLimits,
) => ({
  taskFailing: taskFailing(subject, metrics, failures, leastRuns),
  taskSlow: taskSlow(subject, metrics, duration, leastRuns),
});
