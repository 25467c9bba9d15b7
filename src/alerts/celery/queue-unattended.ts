import { withParticle } from '#ground/particle.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type CeleryQueueMetrics, type CeleryQueues, queueWorkers } from './queues.js';

/** A queue from which no worker takes: none runs, or all have lost the broker. */
export const queueUnattended = (
  subject: Subject,
  metrics: Pick<CeleryQueueMetrics, 'queueWorkers'>,
  { queues }: Pick<CeleryQueues, 'queues'>,
): Alert<'queue_name', 'count'> => {
  const workers = metrics.queueWorkers.where({ queue_name: queues });
  const place = placeOf(subject);
  const { podOrContainer } = place;
  const { find, name } = place.chosen(workers, 'a worker of the list');
  const look = commands(
    ...find,
    place.logs(workers, name, '--since=15m'),
    filledIn('APP', 'module of the Celery application'),
    place.exec(workers, name, 'celery -A "$APP" inspect active_queues'),
    ...place.exporterLogs(workers),
  );
  return alert('CeleryQueueUnattended', {
    limit: count(1),
    window: '5m',
    for: '5m',
    severity: 'critical',
    component: 'worker',
    when: ({ limit, window }) => below(queueWorkers({ queueWorkers: workers }, window), limit),
    says: {
      ko: ({ window, value, limit, labels: { queue_name: queue } }) => ({
        summary: `${subject.ko}: ${queue} 큐에서 작업을 가져가는 Celery 워커가 모자랍니다`,
        description: `최근 ${window} 동안 ${queue} 큐를 맡은 워커가 ${value}개입니다(기준 ${limit}개). 워커 ${podOrContainer.ko} 상태, 브로커와의 연결, 워커를 띄울 때 준 큐 이름(-Q) 순서로 확인하세요.`,
        meaning: `${subject.ko}의 Celery 큐에서 작업을 가져가는 워커가 ${limit}개보다 적다고 celery-exporter가 알립니다. 익스포터 자체가 사라지면 알 수 없으며, 그때는 TargetDown이 알립니다.`,
        impact: '이 큐의 작업이 처리되지 않고 쌓입니다.',
        check: `워커 ${podOrContainer.ko} 상태와 로그를 보고, 워커에게 어느 큐를 맡았는지 묻습니다. 워커가 답하는데 이 큐가 없으면 큐 이름이 다른 것입니다. 워커가 실행 중인데 답하지 않으면 브로커와의 연결이 끊겼거나 멈춘 것입니다.\n\n${look}`,
        action: `${podOrContainer.ko} 시작에 실패하면 ${withParticle(place.ending.ko, '과/와')} 로그에서 원인을 찾습니다. 브로커가 죽었으면 그쪽을 먼저 되살리고, 연결이 끊긴 채 멈춘 워커는 재시작합니다. 큐 이름을 바꿨으면 워커의 \`-Q\`와 작업의 라우팅, 익스포터의 큐 목록을 맞춥니다.`,
      }),
      en: ({ window, value, limit, labels: { queue_name: queue } }) => ({
        summary: `${subject.en}: too few Celery workers take from queue ${queue}`,
        description: `Over the last ${window} only ${value} workers took from queue ${queue} (limit ${limit}). See whether the ${podOrContainer.en}s of its workers run, whether they reach the broker, and which queues they were started for (-Q), in this order.`,
        meaning: `celery-exporter says that fewer workers than ${limit} take from a Celery queue of ${subject.en}. Where the exporter itself is gone nobody knows, and TargetDown tells of that.`,
        impact: 'The tasks of this queue are not done, and pile up.',
        check: `Look at the ${podOrContainer.en}s of the workers and their logs, and ask a worker from which queues it takes. Where it answers without this queue, the names differ. Where it runs and does not answer, it has lost the broker or hangs.\n\n${look}`,
        action: `If a ${podOrContainer.en} does not start, see ${place.ending.en} and its log. If the broker is down, bring it back first; restart a worker that has lost it and hangs. If the queue has another name now, bring the \`-Q\` of the workers, the routing of tasks and the list of the exporter in line.`,
      }),
    },
    proof: () => ({
      reading: {
        at: (value, labels) => [holds(workers, labels, value)],
        well: 2,
        when: (value) => `${value} workers take from the queue`,
        labels: { queue_name: queues[0] },
      },
    }),
  });
};
