import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type Queues, checkedQueues } from './checked-queues.js';
import { type QueueMetrics, messagesReady, queueNamed } from './queues.js';

export interface WorkQueues extends Queues {
  /** Messages that may wait in one work queue. */
  readonly waiting: Limit<'count'>;
}

/**
 * A work queue in which more waits than workers take out.
 *
 * @throws Error on names that are on the wrong side of the pattern of dead-letter queues.
 */
export const queueTooLong = (
  subject: Subject,
  metrics: Pick<QueueMetrics, 'messagesReady'>,
  { waiting, ...queues }: WorkQueues,
): Alert<'vhost' | 'queue', 'count'> => {
  const { work, deadLetter } = checkedQueues(queues);
  const ready = metrics.messagesReady;
  const place = placeOf(subject);
  const { find, name } = place.exporting(ready, [], 'the RabbitMQ of the list');
  const columns = 'name messages_ready messages_unacknowledged consumers';
  const look = commands(
    ...find,
    place.exec(ready, name, `rabbitmqctl list_queues ${columns}`),
    filledIn('WORKER', 'a worker of the list'),
    place.logs(ready, '"$WORKER"', '--since=15m'),
  );
  return alert('QueueTooLong', {
    limit: waiting,
    for: '5m',
    severity: 'warning',
    component: 'worker',
    when: ({ limit }) => above(messagesReady(metrics, work), limit),
    says: {
      ko: ({ value, limit, labels: { queue } }) => ({
        summary: `${subject.ko}: ${queue} 큐에 작업 ${value}건이 밀려 있습니다`,
        description: `${queue} 큐에서 ${value}건이 처리를 기다리고 있습니다(기준 ${limit}건). 워커가 실행 중인지, 같은 작업이 실패하고 다시 들어오기를 반복하는지, 들어오는 양이 갑자기 늘었는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 작업 큐에서 ${limit}건이 넘는 메시지가 아무도 가져가지 않은 채 기다리고 있습니다. 데드 레터 큐는 작업 큐가 아니므로 세지 않습니다.`,
        impact:
          '작업이 늦게 처리되어 사용자가 결과를 오래 기다립니다. 계속 쌓이면 브로커의 메모리나 디스크가 차서 발행자가 막힙니다.',
        check: `큐마다 소비자(consumers)가 있는지 봅니다. 0이면 워커가 붙지 않은 것이고, messages_unacknowledged가 많으면 워커가 작업을 오래 붙잡고 있는 것입니다.\n\n${look}`,
        action:
          '워커가 없으면 되살리고, 처리가 밀렸으면 워커를 늘립니다. 외부 API가 느려서 밀렸다면 그 알림을 먼저 처리합니다. 한 종류의 작업이 계속 실패하면 그 작업을 멈춥니다. 버려도 되는 작업이 아니라면 큐를 비우지(purge) 않습니다.',
      }),
      en: ({ value, limit, labels: { queue } }) => ({
        summary: `${subject.en}: ${value} messages wait in queue ${queue}`,
        description: `In queue ${queue} ${value} messages wait that no worker has taken yet (limit ${limit}). See whether its workers run, whether the same tasks fail and come back again and again, and whether more comes in than usual, in this order.`,
        meaning: `In a work queue of ${subject.en} more than ${limit} messages wait and no worker takes them. Dead-letter queues are no work queues, and do not count.`,
        impact:
          "Work is done late, and people wait for it. If it goes on, the broker's memory or disk runs full and publishers are blocked.",
        check: `See whether each queue has consumers: 0 means that no worker is connected; many messages_unacknowledged mean that workers hold on to tasks for long.\n\n${look}`,
        action:
          'If there are no workers, bring them back; if they cannot keep up, add some. If an outside API is slow, work on its alert first. If one kind of task fails again and again, stop it. Do not purge a queue unless its work may be lost.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (value, labels) => [holds(ready, labels, value)],
        well: 0,
        when: (value) => `${value} messages wait`,
        labels: queueNamed(work[0]),
      },
      quiet: [
        {
          when: 'dead letters wait',
          series: [
            holds(ready, queueNamed(work[0]), 0),
            holds(ready, queueNamed(deadLetter.names[0]), { was: 0, becomes: 10 * (limit.value + 1) }),
          ],
        },
      ],
    }),
  });
};
