import type { Histogram, Metric } from '#promql/metric/metric.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { refuse } from '#ground/fault.js';
import { type Taken, unsetLabels } from './part.js';

/** By which metrics a Celery worker tells of its tasks. */
export interface Tasks {
  /** Tasks that ended, by name and by how: `success`, `failure`, `retry`. */
  readonly tasks: AnyMetric;
  /** How long each took, in seconds. */
  readonly duration?: AnyMetric;
}

export interface TasksSpec {
  readonly tasks: Metric<
    'counter',
    { readonly task: string; readonly status: 'success' | 'failure' | 'retry' },
    'count'
  >;
  readonly duration?: Histogram<'task', 'seconds'>;
}

export const takenByTasks = ({ tasks, duration }: Tasks): readonly Taken[] => [
  { field: 'tasks', metric: tasks, labels: ['task', 'status'] },
  ...(duration ? [{ field: 'duration', metric: duration, labels: ['task', 'status'] }] : []),
];

/**
 * How a Celery worker counts its tasks: `celeryTasks({ tasks: metrics.tasks, duration: metrics.taskDuration })`.
 *
 * @throws Refusal on a metric that has a label which nobody who counts tasks can set.
 */
export const celeryTasks = (spec: TasksSpec): Tasks => {
  refuse('celeryTasks', unsetLabels('celeryTasks', takenByTasks(spec)));
  return spec;
};
