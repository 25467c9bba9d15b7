import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { takeLong } from '#alerts/tail/proof.js';
import { enoughTimed, tooLong } from '#alerts/tail/tail.js';
import { tailWords } from '#alerts/tail/words.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type CeleryMetrics, type TaskOptions, runWord, taskLabel, taskTimes, workerOf } from './tasks.js';

/** A task of which too many runs take too long. */
export const taskSlow = <T extends string>(
  subject: Subject,
  metrics: CeleryMetrics<T>,
  { limit, leastRuns, window }: TaskOptions<'seconds'>,
): Alert<T, 'seconds'> => {
  const label = taskLabel(metrics);
  const { taskDuration } = metrics;
  const times = taskTimes(metrics);
  const words = (limit: Limit<'seconds'>) => tailWords(times, runWord, limit);
  const tooFew = (window: Duration) => tooFewToTell(runWord, leastRuns, window);
  const place = placeOf(subject);
  const { find, name } = workerOf(place, metrics);
  const look = commands(
    ...find,
    filledIn('APP', 'module of the Celery application'),
    place.exec(taskDuration, name, 'celery -A "$APP" inspect active'),
    place.usage(taskDuration),
  );
  return alert('CeleryTaskSlow', {
    limit,
    window,
    for: '10m',
    severity: 'warning',
    component: 'worker',
    when: ({ limit, window }) => tooLong(times, limit, window),
    given: ({ window }) => enoughTimed(times, leastRuns, window),
    says: {
      ko: ({ value, limit, labels: { [label]: task }, window, facts }) => ({
        summary: `${subject.ko}: Celery 작업 ${task} 실행의 ${value}가 ${words(facts.limit).edge}보다 오래 걸립니다`,
        description: `최근 ${window} 동안 Celery 작업 ${task} 실행의 ${value}가 ${words(facts.limit).edge}보다 오래 걸렸습니다${words(facts.limit).limit.ko}. 이 작업이 부르는 외부 API와 데이터베이스가 느린지, 워커의 CPU가 한도에 닿았는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 Celery 작업 하나에서 ${limit}보다 오래 걸리는 실행의 비율이 ${withParticle(words(facts.limit).share, '을/를')} 넘었습니다. 곧 실행 시간 95번째 백분위수(P95)가 ${limit}보다 깁니다.${words(facts.limit).note.ko}${tooFew(facts.window).ko}`,
        impact: '사용자가 결과를 오래 기다리고, 느린 작업이 워커를 차지해 다른 작업까지 큐에 밀립니다.',
        check: `지금 실행 중인 작업과 워커의 자원을 봅니다. 같은 시각에 외부 API나 데이터베이스, 큐의 다른 알림이 있는지 맞춰 봅니다.\n\n${look}`,
        action:
          '외부 API가 느리면 그 알림을 먼저 처리합니다. 입력이 커졌으면 작업을 나눕니다. 워커가 모자라면 늘리고, 오래 걸리는 작업은 큐를 따로 둡니다. 멈춘 작업이 있으면 시간 제한(`time_limit`)을 둡니다.',
      }),
      en: ({ value, limit, labels: { [label]: task }, window, facts }) => ({
        summary: `${subject.en}: ${value} of the runs of Celery task ${task} take longer than ${words(facts.limit).edge}`,
        description: `Over the last ${window} ${value} of the runs of Celery task ${task} took longer than ${words(facts.limit).edge} ${words(facts.limit).limit.en}. See whether an outside API or the database that it uses is slow, then whether the workers are at their CPU limit.`,
        meaning: `More than ${words(facts.limit).share} of the runs of a Celery task of ${subject.en} take longer than ${limit}: the 95th percentile (P95) of their durations is over it.${words(facts.limit).note.en}${tooFew(facts.window).en}`,
        impact:
          'People wait long for results, and slow tasks occupy the workers, so that others wait in their queues too.',
        check: `See which tasks run now, and what the workers use. Look for alerts on outside APIs, the database and queues at the same time.\n\n${look}`,
        action:
          'If an outside API is slow, work on its alert first. If input has become bigger, split the task. If there are too few workers, add some, and give long tasks a queue of their own. If tasks hang, set a `time_limit`.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels, perSecond) => takeLong(times, limit, { share, labels, perSecond }),
        well: 0,
        when: (value) => `${value} of runs take longer than ${words(limit).edge}`,
        labels: oneOf(taskDuration, [label]),
        events: { least: leastRuns, what: runWord.en },
      },
    }),
  });
};
