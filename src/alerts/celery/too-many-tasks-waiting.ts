import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type CeleryQueueMetrics, type CeleryQueues, tasksWaiting } from './queues.js';

/** A queue in which more tasks wait than workers take out. */
export const tooManyTasksWaiting = (
  subject: Subject,
  metrics: Pick<CeleryQueueMetrics, 'queueLength'>,
  { queues, waiting }: CeleryQueues,
): Alert<'queue_name', 'count'> => {
  const queueLength = metrics.queueLength.where({ queue_name: queues });
  const place = placeOf(subject);
  const { find, name } = place.chosen(queueLength, 'a worker of the list');
  const look = commands(
    ...find,
    filledIn('APP', 'module of the Celery application'),
    place.exec(queueLength, name, 'celery -A "$APP" inspect active'),
    place.logs(queueLength, name, '--since=15m'),
  );
  return alert('CeleryTasksWaiting', {
    limit: waiting,
    for: '5m',
    severity: 'warning',
    component: 'worker',
    when: ({ limit }) => above(tasksWaiting({ queueLength }), limit),
    says: {
      ko: ({ value, limit, labels: { queue_name: queue } }) => ({
        summary: `${subject.ko}: ${queue} 큐에 Celery 작업 ${value}건이 밀려 있습니다`,
        description: `${queue} 큐에서 작업 ${value}건이 처리를 기다리고 있습니다(기준 ${limit}건). 워커가 실행 중인지, 한 작업이 워커를 오래 붙잡고 있는지, 들어오는 양이 갑자기 늘었는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 Celery 큐에서 ${limit}건이 넘는 작업이 아무도 가져가지 않은 채 기다리고 있습니다. 워커가 미리 가져간(prefetch) 작업은 세지 않습니다.`,
        impact:
          '작업이 늦게 처리되어 결과를 오래 기다리게 됩니다. 계속 쌓이면 브로커의 메모리나 디스크가 찹니다.',
        check: `워커가 지금 무엇을 하는지 봅니다. 같은 작업이 오래 실행 중이면 그것이 막고 있는 것이고, 워커가 답하지 않으면 멈춘 것입니다.\n\n${look}`,
        action:
          '워커가 없으면 되살리고, 처리가 밀렸으면 워커를 늘립니다. 작업이 부르는 것이 느려서 밀렸다면 그쪽의 알림을 먼저 처리합니다. 오래 걸리는 작업은 큐를 따로 둡니다. 버려도 되는 작업이 아니라면 큐를 비우지(purge) 않습니다.',
      }),
      en: ({ value, limit, labels: { queue_name: queue } }) => ({
        summary: `${subject.en}: ${value} Celery tasks wait in queue ${queue}`,
        description: `In queue ${queue} ${value} tasks wait that no worker has taken yet (limit ${limit}). See whether its workers run, whether one task occupies them for long, and whether more comes in than usual, in this order.`,
        meaning: `In a Celery queue of ${subject.en} more than ${limit} tasks wait and no worker takes them. What a worker has taken ahead (prefetch) does not count.`,
        impact:
          "Work is done late, and whoever needs its result waits. If it goes on, the broker's memory or disk runs full.",
        check: `See what the workers do now. Where one task has run for long it holds up the others; where a worker does not answer it hangs.\n\n${look}`,
        action:
          'If there are no workers, bring them back; if they cannot keep up, add some. If what the tasks use is slow, work on its alert first. Give long tasks a queue of their own. Do not purge a queue unless its work may be lost.',
      }),
    },
    proof: () => ({
      reading: {
        at: (value, labels) => [holds(queueLength, labels, value)],
        well: 0,
        when: (value) => `${value} tasks wait`,
        labels: { queue_name: queues[0] },
      },
    }),
  });
};
