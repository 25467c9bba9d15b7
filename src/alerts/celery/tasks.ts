import type { Duration } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import { type Match, not } from '#promql/metric/match.js';
import type { Counter, Histogram, Metric } from '#promql/metric/metric.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Window } from '#promql/unit/window.js';
import type { Exported } from '#promql/vector/gained.js';
import { type Failing, eventRate, failingShare } from '#alerts/failing/failing.js';
import type { Place, Running } from '#alerts/place/place.js';
import { type Tail, quantileOver } from '#alerts/tail/tail.js';

type Status = 'success' | 'failure' | 'retry';

/** Runs of a task in one counter, by how they ended; one that is to be tried again ended in `retry`. */
interface ByStatus<T extends string> {
  readonly tasks: Metric<
    'counter',
    Readonly<Record<NoInfer<T>, string>> & { readonly status: Status },
    'count'
  >;
}

/** Runs of a task that came to an end in a counter for each end, as celery-exporter has them; a retry is neither. */
interface ByState<T extends string> {
  readonly succeeded: Counter<NoInfer<T>, 'count'>;
  readonly failed: Counter<NoInfer<T>, 'count'>;
}

interface Named<T extends string> {
  /** The label that names the task, where it is not called `task`: `name` of celery-exporter. */
  readonly task?: T;
}

interface Counted {
  /**
   * `up` of what exports them, and since when it runs. Then the first failure by each exception is counted too: it is a new series, of
   * which `rate` does not see the first sample.
   */
  readonly exported?: Exported;
}

type Runs<T extends string> = Named<T> & Counted & (ByStatus<T> | ByState<T>);
type Timed<T extends string> = Named<T> & { readonly taskDuration: Histogram<NoInfer<T>, 'seconds'> };

/** The metrics by which it is told how the tasks of Celery workers ended, and how long they took. */
export type CeleryMetrics<T extends string = 'task'> = Runs<T> & Timed<T>;

/** What is counted. */
export const runWord: Localized = { ko: '실행', en: 'runs' };

/** What each alert of the pack is given. */
export interface TaskOptions<U extends Unit> {
  readonly limit: Limit<U>;
  readonly leastRuns: Limit<'perSecond'>;
  readonly window: Duration;
}

/** The label that names the task. To TypeScript nothing tells that `T` is `task` where no other name is given. */
export const taskLabel = <T extends string>({ task = 'task' as T }: Named<T>): T => task;

/** Runs of a counter that ended so. */
const ended = <T extends string>({ tasks }: ByStatus<T>, status: Match<Status>): Counter<T, 'count'> => {
  // To TypeScript a label that has a name of its own may be `status` itself.
  const matchers = { status } as Parameters<typeof tasks.where>[0];
  return tasks.where(matchers);
};

/** Runs of each task that came to an end, of which some failed for good. */
export const failingRuns = <T extends string = 'task'>(metrics: Runs<T>): Failing<T> => ({
  ...('tasks' in metrics
    ? { all: ended(metrics, not('retry')), failed: ended(metrics, 'failure') }
    : { well: metrics.succeeded, failed: metrics.failed }),
  by: [taskLabel(metrics)],
  ...(metrics.exported && { exported: metrics.exported }),
});

/** Runs of each task a second that came to an end, well or not: a retry is no end. */
export const taskRate = <T extends string = 'task'>(metrics: Runs<T>, window: Window) =>
  eventRate(failingRuns(metrics), window);

/** The share of the runs of each task that failed for good: 0 where none did, nothing where there are none. */
export const taskFailureRatio = <T extends string = 'task'>(metrics: Runs<T>, window: Window) =>
  failingShare(failingRuns(metrics), window);

/** How long runs of each task take, of which five in a hundred may take longer. */
export const taskTimes = <T extends string = 'task'>(metrics: Timed<T>): Tail<T> => ({
  duration: metrics.taskDuration,
  quantile: 0.95,
  by: [taskLabel(metrics)],
});

/** What 95 of 100 runs of each task stay under. */
export const taskTimeP95 = <T extends string = 'task'>(metrics: Timed<T>, window: Window) =>
  quantileOver(taskTimes(metrics), window);

/** A worker that a person looks at: what exports the metrics, unless that is an exporter beside the workers. */
export const workerOf = <T extends string>(place: Place, metrics: CeleryMetrics<T>): Running => {
  const which = 'a worker of the list';
  return 'tasks' in metrics
    ? place.exporting(metrics.tasks, [], which)
    : place.chosen(metrics.taskDuration, which);
};
