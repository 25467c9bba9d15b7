import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { compare } from '#promql/vector/compare.js';
import { tooManyFail } from '#alerts/failing/failing.js';
import { firstFailures } from '#alerts/failing/proof.js';
import { firstCounted } from '#alerts/failing/words.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { amidOthers, endingRuns, kindsOf } from './runs.js';
import {
  type CeleryMetrics,
  type TaskOptions,
  failingRuns,
  runWord,
  taskLabel,
  taskRate,
  workerOf,
} from './tasks.js';

/** A task of which too many runs fail for good. */
export const taskFailing = <T extends string>(
  subject: Subject,
  metrics: CeleryMetrics<T>,
  { limit, leastRuns, window }: TaskOptions<'ratio'>,
): Alert<T, 'ratio'> => {
  const label = taskLabel(metrics);
  const { failed } = failingRuns(metrics);
  const tooFew = (window: Duration) => tooFewToTell(runWord, leastRuns, window);
  const first = firstCounted({ ko: '작업', en: 'task' }, metrics);
  const place = placeOf(subject);
  const { find, name } = workerOf(place, metrics);
  const look = commands(
    ...find,
    filledIn('TASK', `label ${label} of the alert`),
    `${place.logs(failed, name, '--since=30m')} | grep -F "$TASK"`,
    filledIn('APP', 'module of the Celery application'),
    place.exec(failed, name, 'celery -A "$APP" inspect active'),
  );
  return alert('CeleryTaskFailing', {
    limit,
    window,
    for: '5m',
    severity: 'warning',
    component: 'worker',
    when: ({ limit, window }) => tooManyFail(failingRuns(metrics), limit, window),
    given: ({ window }) => compare(taskRate(metrics, window), '>', leastRuns),
    says: {
      ko: ({ value, limit, labels: { [label]: task }, window, facts }) => ({
        summary: `${subject.ko}: Celery 작업 ${task} 실행의 ${value}가 실패하고 있습니다`,
        description: `최근 ${window} 동안 Celery 작업 ${task} 실행의 ${value}가 재시도까지 모두 실패했습니다(기준 ${limit}). 워커 로그의 예외부터 보고, 이 작업이 부르는 외부 API와 데이터베이스에 다른 알림이 있는지 확인하세요.`,
        meaning: `${subject.ko}의 Celery 작업 하나에서 끝난 실행 가운데 실패로 끝난 비율이 ${withParticle(limit, '을/를')} 넘었습니다. 다시 시도할 실행(retry)은 끝난 것으로 세지 않습니다.${first.ko}${tooFew(facts.window).ko}`,
        impact:
          '이 작업의 결과를 기다리는 쪽은 결과를 받지 못합니다. 데드 레터 큐가 있으면 실패한 작업이 쌓일 수 있습니다.',
        check: `워커 로그에서 예외와 시작 시각을 찾아 최근 배포와 맞춰 봅니다. 작업 이름은 알림에 있습니다.\n\n${look}`,
        action:
          '배포 직후라면 워커를 되돌립니다. 외부 API나 데이터베이스가 원인이면 그쪽의 알림을 먼저 처리합니다. 특정 입력에서만 실패하면 그 입력을 따로 떼어 둡니다. 고친 뒤에는 실패한 작업을 다시 넣습니다. 데드 레터 큐가 있으면 거기 있습니다.',
      }),
      en: ({ value, limit, labels: { [label]: task }, window, facts }) => ({
        summary: `${subject.en}: ${value} of the runs of Celery task ${task} fail`,
        description: `Over the last ${window} ${value} of the runs of Celery task ${task} failed for good, retries included (limit ${limit}). Look at the exceptions in the workers' log first, then for alerts on the outside APIs and the database that it uses.`,
        meaning: `Of the finished runs of a Celery task of ${subject.en} more than ${limit} failed. A run that is to be tried again (retry) is not finished.${first.en}${tooFew(facts.window).en}`,
        impact:
          'Whoever waits for the result of this task gets none. Where there is a dead-letter queue, failed tasks may pile up in it.',
        check: `Find the exception and when it began in the workers' log, and compare with the latest deployment. The alert names the task.\n\n${look}`,
        action:
          'Right after a deployment, roll back the workers. If an outside API or the database is the cause, work on its alert first. If only some input fails, set it aside. Once it is mended, queue what failed again, from the dead-letter queue where there is one.',
      }),
    },
    proof: ({ limit, for: pending, window }) => {
      const labels = oneOf(failed, [label]);
      const runs = endingRuns(metrics, leastRuns.value * 200);
      return {
        reading: {
          at: (value, of, perSecond) => endingRuns(metrics, perSecond)(value, of),
          well: 0,
          when: (value) => `${value} of the runs fail`,
          labels,
          events: { least: leastRuns, what: runWord.en },
        },
        fires: [
          ...amidOthers(metrics, { limit, labels, runs, retriesPerSecond: leastRuns.value * 2000 }),
          ...firstFailures(failingRuns(metrics), {
            limit,
            for: pending,
            window,
            least: leastRuns,
            labels,
            ...kindsOf(metrics, labels),
            when: 'runs fail in another way each minute',
          }),
        ],
      };
    },
  });
};
