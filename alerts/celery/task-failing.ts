import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, percent } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import { aroundRatio } from '../around.js';
import { asAlerted, commands, filledIn } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { oneOf } from '../grouped.js';
import { spoken } from '../../ground/spoken.js';
import { alert } from '../rule/alert.js';
import { grows } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { type Subject, placeOf } from '../subject.js';
import { type CeleryMetrics, runWord, taskFailureRatio, taskRate, window } from './signals.js';

/** A task of which too many runs fail for good. */
export const taskFailing = (
  subject: Subject,
  metrics: CeleryMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
) => {
  const few = fewStayQuiet(runWord, least, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(metrics.tasks, [], 'a worker of the list');
  const look = commands(
    ...find,
    asAlerted('task'),
    `${place.logs(metrics.tasks, name, '--since=30m')} | grep -F "$TASK"`,
    filledIn('APP', 'module of the Celery application'),
    place.exec(metrics.tasks, name, 'celery -A "$APP" inspect active'),
  );
  const past = spoken(window);
  return alert('CeleryTaskFailing', {
    when: above(taskFailureRatio(metrics, window), limit),
    given: compare(taskRate(metrics, window), '>', least),
    for: '5m',
    severity: 'warning',
    component: 'worker',
    texts: ({ value, limit, labels: { task } }) => ({
      ko: {
        summary: `${subject.ko}: Celery 작업 ${task} 실행의 ${value}가 실패하고 있습니다`,
        description: `최근 ${past.ko} 동안 Celery 작업 ${task} 실행의 ${value}가 재시도까지 모두 실패했습니다(기준 ${limit}). 워커 로그의 예외부터 보고, 이 작업이 부르는 외부 API와 데이터베이스에 다른 알림이 있는지 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${value} of the runs of Celery task ${task} fail`,
        description: `Over the last ${past.en} ${value} of the runs of Celery task ${task} failed for good, retries included (limit ${limit}). Look at the exceptions in the workers' log first, then for alerts on the outside APIs and the database that it uses.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 Celery 작업 하나에서 끝난 실행 가운데 실패로 끝난 비율이 ${humanize(limit)}를 넘었습니다. 다시 시도할 실행(retry)은 끝난 것으로 세지 않습니다.${few.ko}`,
        impact:
          '이 작업의 결과를 기다리는 사용자는 결과를 받지 못합니다. 실패한 작업은 데드 레터 큐에 쌓일 수 있습니다.',
        check: `워커 로그에서 예외와 시작 시각을 찾아 최근 배포와 맞춰 봅니다. 작업 이름은 알림에 있습니다.\n\n${look}`,
        action:
          '배포 직후라면 워커를 되돌립니다. 외부 API나 데이터베이스가 원인이면 그쪽의 알림을 먼저 처리합니다. 특정 입력에서만 실패하면 그 입력을 따로 떼어 둡니다. 고친 뒤에는 데드 레터 큐의 작업을 다시 넣습니다.',
      },
      en: {
        meaning: `Of the finished runs of a Celery task of ${subject.en} more than ${humanize(limit)} failed. A run that is to be tried again (retry) is not finished.${few.en}`,
        impact:
          'Whoever waits for the result of this task gets none. Failed tasks may pile up in a dead-letter queue.',
        check: `Find the exception and when it began in the workers' log, and compare with the latest deployment. The alert names the task.\n\n${look}`,
        action:
          'Right after a deployment, roll back the workers. If an outside API or the database is the cause, work on its alert first. If only some input fails, set it aside. Once it is mended, queue the tasks in the dead-letter queue again.',
      },
    },
    proof: proof(metrics, limit, least),
  });
};

const proof = ({ tasks }: CeleryMetrics, limit: Limit<'ratio'>, least: Limit<'perSecond'>): Proof<'task'> => {
  const { over, under } = aroundRatio(limit);
  const [labels, other] = [oneOf(tasks, ['task']), { task: 'other' }];
  const busy = least.value * 200;
  const runs = (share: Limit<'ratio'>, perSecond = busy, of = labels) => [
    grows(tasks, { ...of, status: 'success' }, { was: perSecond, becomes: perSecond * (1 - share.value) }),
    grows(tasks, { ...of, status: 'failure' }, { was: 0, becomes: perSecond * share.value }),
  ];
  const retries = grows(tasks, { ...labels, status: 'retry' }, 10 * busy);
  const fine = runs(percent(0), 100 * busy, other);
  const tooMany = { labels, value: humanize(over) };
  return {
    fires: [
      { when: `${humanize(over)} of the runs fail`, series: runs(over), ...tooMany },
      { when: `${humanize(over)} fail after many retries`, series: [...runs(over), retries], ...tooMany },
      {
        when: `${humanize(over)} fail, and none of another task`,
        series: [...runs(over), ...fine],
        ...tooMany,
      },
    ],
    quiet: [
      { when: `${humanize(under)} of the runs fail`, series: runs(under) },
      { when: 'all of next to no runs fail', series: runs(percent(100), least.value * 0.9) },
      {
        when: 'all of next to no runs fail, and another task runs often',
        series: [...runs(percent(100), least.value * 0.9), ...fine],
      },
      { when: 'there are no runs', series: runs(percent(100), 0) },
      { when: 'nothing is exported', series: [] },
    ],
  };
};
