import type { Duration } from '#ground/duration.js';
import type { Wanted } from '#promql/refused.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import { taskFailing } from './celery/task-failing.js';
import { taskSlow } from './celery/task-slow.js';
import type { CeleryMetrics } from './celery/tasks.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type CeleryMetrics, taskFailureRatio, taskLabel, taskRate, taskTimeP95 } from './celery/tasks.js';

export interface CeleryLimits {
  /** Share of the runs of a task that may fail for good. */
  readonly failures: Limit<'ratio'>;
  /** What 95 of 100 runs of a task stay under. */
  readonly duration: Limit<'seconds'>;
  /** Fewer runs of a task than this say nothing. By default 12 in 10 minutes. */
  readonly leastRuns?: Limit<'perSecond'>;
  /** How far back both look; 10 minutes by default, for tasks are rarer than requests. */
  readonly window?: Duration;
}

/** What to write where the label of the task has another name. */
type TaskLabel = "tasks need the label task: where it has another name, say so: { …metrics, task: 'name' }";

/** The alerts of this pack, told apart by the label `T` of the task. */
export interface CeleryAlerts<T extends string = 'task'> {
  readonly taskFailing: Alert<T, 'ratio'>;
  readonly taskSlow: Alert<T, 'seconds'>;
}

/**
 * Tasks of Celery workers that fail, or that take too long; an alert for each task. What workers count themselves is one counter by
 * `status`; celery-exporter has one for each state: `{ ...celeryExporterMetrics, task: 'name' }`.
 */
export const celeryAlerts = <const T extends string = 'task'>(
  subject: Subject,
  metrics: Wanted<CeleryMetrics<T>, TaskLabel>,
  { failures, duration, leastRuns = perSecond(0.02), window = '10m' }: CeleryLimits,
): CeleryAlerts<T> => ({
  taskFailing: taskFailing(subject, metrics, { limit: failures, leastRuns, window }),
  taskSlow: taskSlow(subject, metrics, { limit: duration, leastRuns, window }),
});
