import { humanize } from '../../promql/unit/humanize.js';
import { count } from '../../promql/unit/limit.js';
import { commands, filledIn } from '../text/command.js';
import { alert } from '../rule/alert.js';
import { holds } from '../scenario/behaviour.js';
import { above } from '../rule/condition.js';
import type { Firing, Proof } from '../scenario/scenario.js';
import { type Subject, placeOf } from '../text/subject.js';
import {
  type DeadLetterQueues,
  type QueueMetrics,
  type QueueNames,
  deadLetters,
  example,
} from './signals.js';

/** A dead-letter queue with something in it: work that was given up. */
export const deadLettersWaiting = (
  subject: Subject,
  metrics: QueueMetrics,
  deadLetter: DeadLetterQueues,
  work: QueueNames,
) => {
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
    when: above(deadLetters(metrics, deadLetter), count(0)),
    for: '1m',
    severity: 'critical',
    component: 'worker',
    texts: ({ value, labels: { queue } }) => ({
      ko: {
        summary: `${subject.ko}: 데드 레터 큐 ${queue}에 메시지 ${value}건이 있습니다`,
        description: `처리에 실패해 버려진 작업 ${value}건이 데드 레터 큐 ${queue}에 남아 있습니다. 다시 시도되지 않으므로 사람이 처리해야 합니다. 메시지를 하나 열어 어느 작업이 왜 실패했는지(x-death 헤더)부터 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${value} messages in dead-letter queue ${queue}`,
        description: `${value} tasks that could not be done were given up and lie in dead-letter queue ${queue}. They are not tried again: a person must see to them. Open one of the messages and see which task failed, and why (header x-death).`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 데드 레터 큐에 메시지가 있습니다. 워커가 거절했거나, 시간이 지났거나, 큐가 넘쳐 밀려난 작업입니다.`,
        impact: '이 작업들은 끝나지 않았고, 저절로 다시 시도되지 않습니다. 누군가는 결과를 받지 못했습니다.',
        check: `관리 화면(${address.ko})에서 메시지를 하나 가져와(Get messages, Ack mode는 requeue) 작업 이름, 인자, \`x-death\`의 reason을 봅니다. rejected면 워커 로그의 예외를, expired면 밀린 시간을, maxlen이면 큐 길이를 확인합니다.\n\n${look}`,
        action:
          '원인을 고친 다음 원래 큐로 옮깁니다(Shovel 플러그인의 Move messages). 원인이 남은 채 옮기면 그대로 되돌아옵니다. 다시 할 필요가 없는 작업임을 확인했을 때만 비웁니다. 큐가 비면 알림은 저절로 풀립니다.',
      },
      en: {
        meaning: `There is something in a dead-letter queue of ${subject.en}: tasks that a worker rejected, that waited too long, or that a full queue pushed out.`,
        impact:
          'These tasks are not done, and nothing tries them again by itself. Somebody did not get a result.',
        check: `In the management interface (${address.en}) get a message (Get messages, Ack mode with requeue), and see the name of the task, its arguments, and the reason in \`x-death\`. If rejected look for the exception in the workers' log, if expired for how long it waited, if maxlen for the length of the queue.\n\n${look}`,
        action:
          'Mend the cause, then move the messages back to their queue (Move messages, by the plugin Shovel). If the cause remains they come back at once. Purge only what surely need not be done any more. Once the queue is empty the alert resolves by itself.',
      },
    },
    proof: proof(metrics, deadLetter, work),
  });
};

const proof = (
  { messages }: QueueMetrics,
  { names: [first, ...others] }: DeadLetterQueues,
  [workQueue]: QueueNames,
): Proof<'vhost' | 'queue'> => {
  const holding = (queue: string, many: number) => holds(messages, example(queue), { was: 0, becomes: many });
  const one = (queue: string): Firing<'vhost' | 'queue'> => ({
    when: `a single message is in ${queue}`,
    series: [holding(queue, 1)],
    labels: example(queue),
    value: humanize(count(1)),
  });
  return {
    fires: [one(first), ...others.map(one)],
    quiet: [
      { when: 'the dead-letter queue is empty', series: [holding(first, 0)] },
      { when: 'a work queue is full', series: [holding(first, 0), holding(workQueue, 5000)] },
      { when: 'nothing is exported, as while the broker is down', series: [] },
    ],
  };
};
