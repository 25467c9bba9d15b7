import { withParticle } from '#ground/particle.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { spoken } from '#ground/spoken.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type BrokerMetrics, brokerUp } from './queues.js';

/** How the silence of a broker is told. */
export interface Silence {
  /** How long it may say nothing: longer than its only node takes to restart; 4 minutes by default. */
  readonly window?: Duration;
  readonly for?: Duration;
}

/** A RabbitMQ that does not answer, for longer than a restart takes. */
export const rabbitmqDown = (
  subject: Subject,
  { up }: BrokerMetrics,
  { window = '4m', for: pending = '1m' }: Silence = {},
): Alert<never, 'boolean'> => {
  const place = placeOf(subject);
  const { podOrContainer, storage, ending, scraping } = place;
  const { find, name } = place.exporting(up, [], 'the RabbitMQ of the list');
  const look = commands(
    ...find,
    place.logs(up, name, '--tail=100'),
    place.exec(up, name, 'rabbitmq-diagnostics check_running'),
    place.exec(up, name, 'rabbitmq-diagnostics alarms'),
    place.exec(up, name, 'rabbitmq-plugins list rabbitmq_prometheus'),
    place.exec(up, name, 'rabbitmqctl list_queues name messages consumers'),
  );
  return alert('RabbitMQDown', {
    limit: no,
    window,
    for: pending,
    severity: 'critical',
    component: 'broker',
    when: ({ limit, window }) => equal(brokerUp({ up }, window), limit),
    says: {
      ko: ({ window }) => ({
        summary: `${subject.ko}: RabbitMQ가 응답하지 않습니다`,
        description: `${window} 넘게 RabbitMQ의 지표 엔드포인트가 답하지 않거나, 수집 대상에서 사라졌습니다(up 0 또는 없음). 재시작보다 오래 걸리고 있습니다. RabbitMQ ${podOrContainer.ko}의 상태와 로그부터 확인하고, ${withParticle(podOrContainer.ko, '이/가')} 정상이면 rabbitmq_prometheus 플러그인과 ${withParticle(scraping.pointer.ko, '을/를')} 살펴보세요.`,
        meaning: `${subject.ko}의 RabbitMQ가 지표를 내놓지 않거나, 수집 대상이 사라졌습니다. 브로커가 직접 지표를 내므로 브로커가 멈춘 것으로 봅니다.`,
        impact:
          '작업을 큐에 넣지도 꺼내지도 못합니다. 작업을 큐에 넣는 쪽은 실패하고, 워커는 할 일을 받지 못합니다. 지표만 끊겼다면 영향은 없지만 브로커를 볼 수 없습니다.',
        check: `${withParticle(podOrContainer.ko, '과/와')} 로그를 보고, 브로커가 실행 중인지, 메모리나 디스크 경보가 걸렸는지 묻습니다. 경보가 걸리면 발행자가 모두 막힙니다.\n\n${look}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 없거나 재시작을 반복하면 ${ending.ko}, 종료 사유(OOMKilled), ${withParticle(`${storage.ko}(가득 참)`, '을/를')} 확인합니다. 디스크 경보라면 공간을 마련합니다. 다시 뜬 뒤에는 \`rabbitmqctl list_queues\`로 워커가 재접속했는지(consumers), 큐가 줄어드는지 봅니다.`,
      }),
      en: ({ window }) => ({
        summary: `${subject.en}: RabbitMQ does not answer`,
        description: `For more than ${window} the metrics endpoint of RabbitMQ has not answered, or its target is gone (up is 0 or missing): longer than a restart takes. Look at the state and the logs of the RabbitMQ ${podOrContainer.en} first; if it is well, at its plugin rabbitmq_prometheus and its ${scraping.pointer.en}.`,
        meaning: `The RabbitMQ of ${subject.en} does not expose its metrics, or its target is gone. The broker exposes them itself, so it is taken to be down.`,
        impact:
          'Nothing can be put into a queue or taken out. Whatever queues work fails, and workers get nothing to do. If only the metrics are cut off nobody is harmed, but the broker is out of sight.',
        check: `Look at the ${podOrContainer.en} and its logs, and ask the broker whether it runs, and whether an alarm about memory or disk is on, which blocks all publishers.\n\n${look}`,
        action: `If the ${podOrContainer.en} is missing or restarts again and again, see ${ending.en}, why it ended (OOMKilled), and whether its ${storage.en} is full. If it is the disk alarm, make room. Once it is back, see with \`rabbitmqctl list_queues\` that workers have connected again (consumers) and queues get shorter.`,
      }),
    },
    proof: ({ window, for: pending }) => ({
      reading: {
        at: (value) => [holds(up, {}, value)],
        well: 1,
        when: (value) => (value === '1' ? 'it answers' : 'it does not answer'),
        labels: {},
        gone: { reads: 0, when: 'its target is gone' },
      },
      quiet: [
        {
          when: `its only node restarts, which takes ${spoken(window).en}`,
          series: [holds(up, {}, { was: 1, becomes: 0 })],
          lasts: duration(inSeconds(window) + inSeconds(pending) - 60),
        },
      ],
    }),
  });
};
