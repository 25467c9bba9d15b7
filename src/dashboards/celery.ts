import { type CeleryMetrics, taskFailureRatio, taskLabel, taskRate, taskTimeP95 } from '#alerts/celery.js';
import { type CeleryQueueMetrics, queueWorkers, tasksWaiting } from '#alerts/celery-queues.js';
import { type AlertOn, given } from './limits.js';
import { timeseries } from './panel/timeseries.js';

/** The alerts whose limits are drawn, whatever label names the task, and as far as they were not left out. */
export interface TaskAlerts {
  readonly taskFailing?: AlertOn<'ratio'>;
  readonly taskSlow?: AlertOn<'seconds'>;
}

/** Alerts that the panels of queues show. */
export interface QueueAlerts {
  readonly tooManyTasksWaiting?: AlertOn<'count'>;
  readonly queueUnattended?: AlertOn<'count'>;
}

const window = '$__rate_interval';

/** What Celery workers do, by task. The metrics are those that the alerts were made of. */
export const celeryPanels = <const T extends string = 'task'>(
  metrics: CeleryMetrics<T>,
  { taskFailing, taskSlow }: TaskAlerts,
) => {
  const task = taskLabel(metrics);
  const legend = (labels: Readonly<Record<T, string>>) => labels[task];
  return {
    taskRate: timeseries('Celery Tasks', {
      description: {
        ko: '작업마다 초당 끝난 실행 수입니다. 성공과 실패를 모두 세고, 다시 시도할 실행은 세지 않습니다.',
        en: 'Runs of each task per second that came to an end, well or not; one that is to be tried again does not count.',
      },
      signal: taskRate(metrics, window),
      unit: 'ops',
      legend,
    }),
    failures: timeseries('Celery Task Failures', {
      description: {
        ko: '작업마다 끝난 실행 가운데 재시도까지 모두 실패한 비율입니다. 실패가 없으면 0이고, 실행이 없는 작업은 나타나지 않습니다.',
        en: 'The share of the runs of each task that failed for good, retries included: 0 where none did. A task that does not run is missing.',
      },
      signal: taskFailureRatio(metrics, window),
      legend,
      limits: given(taskFailing),
    }),
    duration: timeseries('Celery Task Duration (P95)', {
      description: {
        ko: '작업마다 실행 100건 중 95건이 이 시간 안에 끝났습니다. 히스토그램의 두 경계 사이에서는 어림한 값입니다.',
        en: '95 of 100 runs of each task took no longer than this; between two edges of the buckets it is an estimate.',
      },
      signal: taskTimeP95(metrics, window),
      legend,
      limits: given(taskSlow),
    }),
  };
};

/** How much waits in the queues of Celery, and how many workers take from them. */
export const celeryQueuePanels = (
  metrics: CeleryQueueMetrics,
  { tooManyTasksWaiting, queueUnattended }: QueueAlerts,
) => ({
  waiting: timeseries('Celery Queue Length', {
    description: {
      ko: '큐마다 아직 아무 워커도 가져가지 않은 작업 수입니다.',
      en: 'Tasks in each queue that no worker has taken yet.',
    },
    signal: tasksWaiting(metrics),
    legend: ({ queue_name: queue }) => queue,
    limits: given(tooManyTasksWaiting),
  }),
  workers: timeseries('Celery Workers', {
    description: {
      ko: '큐마다 작업을 가져가는 워커 수입니다. 수집할 때 워커가 1초 안에 답한 것만 셉니다.',
      en: 'Workers that take from each queue, of those that answer within a second when they are asked.',
    },
    signal: queueWorkers(metrics, window),
    legend: ({ queue_name: queue }) => queue,
    limits: given(queueUnattended),
  }),
});
