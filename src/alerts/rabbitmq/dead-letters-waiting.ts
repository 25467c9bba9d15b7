import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type Queues, checkedQueues } from './checked-queues.js';
import { type QueueMetrics, deadLetters, queueNamed } from './queues.js';

/**
 * A dead-letter queue with something in it: work that was given up.
 *
 * @throws Error on names that are on the wrong side of the pattern of dead-letter queues.
 */
export const deadLettersWaiting = (
  subject: Subject,
  metrics: Pick<QueueMetrics, 'messages'>,
  queues: Queues,
): Alert<'vhost' | 'queue', 'count'> => {
  const { work, deadLetter } = checkedQueues(queues);
  const { messages } = metrics;
  const place = placeOf(subject);
  // Not its Service, which need not have the port of the management interface.
  const { find, name } = place.chosen(messages, 'the RabbitMQ of the list');
  const { command, address } = place.page(messages, name, 15_672);
  const look = commands(
    ...find,
    place.exec(messages, name, 'rabbitmqctl list_queues name messages'),
    filledIn('WORKER', 'a worker of the list'),
    place.logs(messages, '"$WORKER"', '--since=1h'),
    command,
  );
  return alert('DeadLettersWaiting', {
    limit: count(0),
    for: '1m',
    severity: 'critical',
    component: 'worker',
    when: ({ limit }) => above(deadLetters(metrics, deadLetter), limit),
    says: {
      ko: ({ value, labels: { queue } }) => ({
        summary: `${subject.ko}: 데드 레터 큐 ${queue}에 메시지 ${value}건이 있습니다`,
        description: `처리에 실패해 버려진 작업 ${value}건이 데드 레터 큐 ${queue}에 남아 있습니다. 다시 시도되지 않으므로 사람이 처리해야 합니다. 메시지를 하나 열어 어느 작업이 왜 실패했는지(x-death 헤더)부터 확인하세요.`,
        meaning: `${subject.ko}의 데드 레터 큐에 메시지가 있습니다. 워커가 거절했거나, 시간이 지났거나, 큐가 넘쳐 밀려난 작업입니다.`,
        impact: '이 작업들은 끝나지 않았고, 저절로 다시 시도되지 않습니다. 누군가는 결과를 받지 못했습니다.',
        check: `관리 화면(${address.ko})에서 메시지를 하나 가져와(Get messages, Ack mode는 requeue) 무슨 메시지인지(Celery라면 작업 이름과 인자)와 \`x-death\`의 reason을 봅니다. rejected면 워커 로그의 예외를, expired면 밀린 시간을, maxlen이면 큐 길이를 확인합니다.\n\n${look}`,
        action:
          '원인을 고친 다음 원래 큐로 옮깁니다(Shovel 플러그인의 Move messages). 원인이 남은 채 옮기면 그대로 되돌아옵니다. 다시 할 필요가 없는 작업임을 확인했을 때만 비웁니다. 큐가 비면 알림은 저절로 풀립니다.',
      }),
      en: ({ value, labels: { queue } }) => ({
        summary: `${subject.en}: ${value} messages in dead-letter queue ${queue}`,
        description: `${value} tasks that could not be done were given up and lie in dead-letter queue ${queue}. They are not tried again: a person must see to them. Open one of the messages and see which task failed, and why (header x-death).`,
        meaning: `There is something in a dead-letter queue of ${subject.en}: tasks that a worker rejected, that waited too long, or that a full queue pushed out.`,
        impact:
          'These tasks are not done, and nothing tries them again by itself. Somebody did not get a result.',
        check: `In the management interface (${address.en}) get a message (Get messages, Ack mode with requeue), and see what it is (of Celery the name of the task and its arguments), and the reason in \`x-death\`. If rejected look for the exception in the workers' log, if expired for how long it waited, if maxlen for the length of the queue.\n\n${look}`,
        action:
          'Mend the cause, then move the messages back to their queue (Move messages, by the plugin Shovel). If the cause remains they come back at once. Purge only what surely need not be done any more. Once the queue is empty the alert resolves by itself.',
      }),
    },
    proof: ({ limit }) => {
      const [first, ...further] = deadLetter.names;
      const labels = queueNamed(first);
      return {
        reading: {
          at: (value, labels) => [holds(messages, labels, value)],
          well: 0,
          when: (value) => `messages in a dead-letter queue: ${value}`,
          labels,
          // A pattern names no values of its own.
          others: [...further.map(queueNamed), { ...labels, vhost: 'other-vhost' }],
        },
        quiet: [
          {
            when: 'a work queue is full',
            series: [
              holds(messages, labels, 0),
              holds(messages, queueNamed(work[0]), { was: 0, becomes: 10 * (limit.value + 1) }),
            ],
          },
        ],
      };
    },
  });
};
