import { not } from '../../promql/metric/match.js';
import type { Histogram, Metric } from '../../promql/metric/metric.js';
import type { Duration } from '../../ground/duration.js';
import type { Window } from '../../promql/unit/window.js';
import type { Limit } from '../../promql/unit/limit.js';
import type { Unit } from '../../promql/unit/unit.js';
import { sum } from '../../promql/vector/aggregate.js';
import { rate } from '../../promql/vector/select.js';
import { type Failing, failingShare } from '../failing/failing.js';
import { type Tail, quantileOver } from '../tail/tail.js';
import type { Localized } from '../../ground/language.js';

/** The metrics by which Celery workers tell of the tasks that they ran. */
export interface CeleryMetrics {
  /** Runs of a task, by how they ended; one that is to be tried again ended in `retry`. */
  readonly tasks: Metric<
    'counter',
    { readonly task: string; readonly status: 'success' | 'failure' | 'retry' },
    'count'
  >;
  readonly taskDuration: Histogram<'task', 'seconds'>;
}

/** What is counted. */
export const runWord: Localized = { ko: '실행', en: 'runs' };

/** What each alert of the pack is given. */
export interface TaskOptions<U extends Unit> {
  readonly limit: Limit<U>;
  readonly leastRuns: Limit<'perSecond'>;
  readonly window: Duration;
}

const perTask = { by: ['task'] } as const;
type Tasks = Pick<CeleryMetrics, 'tasks'>;

/** Runs of each task a second that came to an end, well or not: a retry is no end. */
export const taskRate = ({ tasks }: Tasks, window: Window) =>
  sum(rate(tasks.where({ status: not('retry') }), window), perTask);

/** Runs of each task that came to an end, of which some failed for good. */
export const failingRuns = ({ tasks }: Tasks): Failing<'task'> => ({
  all: tasks.where({ status: not('retry') }),
  failed: tasks.where({ status: 'failure' }),
  ...perTask,
});

/** The share of the runs of each task that failed for good: 0 where none did, nothing where there are none. */
export const taskFailureRatio = (metrics: Tasks, window: Window) =>
  failingShare(failingRuns(metrics), window);

type Timed = Pick<CeleryMetrics, 'taskDuration'>;

/** How long runs of each task take, of which five in a hundred may take longer. */
export const taskTimes = ({ taskDuration }: Timed): Tail<'task'> => ({
  duration: taskDuration,
  quantile: 0.95,
  ...perTask,
});

/** What 95 of 100 runs of each task stay under. */
export const taskTimeP95 = (metrics: Timed, window: Window) => quantileOver(taskTimes(metrics), window);
