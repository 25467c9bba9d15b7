import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type CollectorNames, lossLogs } from './logs.js';
import { firstLossProof } from './proof.js';
import { type DroppedMetrics, droppedSpans } from './signals.js';

/** Spans that an exporter of a collector gave up: whoever takes them was away for longer than it tries, or refused them. A full queue is told before it is. */
export const spansDropped = (
  subject: Subject,
  metrics: DroppedMetrics,
  { window = '15m', ...names }: CollectorNames & { readonly window?: Duration } = {},
): Alert<'exporter', 'count'> => {
  const look = (window: Duration): string =>
    [
      query(droppedSpans(metrics, window)),
      commands(...lossLogs(subject, metrics.spansNotSent, { since: '1h', names })),
    ].join('\n\n');
  return alert('SpansDropped', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'warning',
    component: 'tracing',
    when: ({ limit, window }) => above(droppedSpans(metrics, window), limit),
    says: {
      ko: ({ value, labels: { exporter }, window, facts }) => ({
        summary: `${subject.ko}: 스팬을 많게는 ${value}개 버렸습니다(${exporter})`,
        description: `최근 ${window} 동안 트레이스 수집기의 ${exporter}에서 스팬을 많게는 ${value}개 보내지 못하고 버렸습니다. 버린 스팬은 다시 보내지 않습니다. 받는 쪽이 살아 있는지와 수집기의 로그부터 확인하세요.`,
        meaning: `${subject.ko}의 트레이스를 모으는 OpenTelemetry Collector가 최근 ${window} 동안 스팬을 ${facts.limit.value === 0 ? '하나라도' : `${facts.limit.value}개보다 많이`} 버렸습니다. 받는 쪽이 5분 넘게 답하지 않거나 아주 거절한 것입니다. 대기열에 넣지 못한 스팬은 여기에 들지 않으며, 그 전에 CollectorQueueFilling이 알립니다. load_balancing이면 게이트웨이로, otlp_grpc이면 트레이스 저장소로 보내던 것입니다. 알림의 수는 상한입니다. load_balancing은 게이트웨이 하나가 받지 않은 묶음을 통째로 다시 보내고 통째로 세므로, 다른 게이트웨이가 받은 스팬도 들어 있습니다.`,
        impact:
          '그 시간의 트레이스는 일부가 없거나 통째로 없습니다. 게이트웨이에 닿지 못한 것이면 스팬으로 센 지표도 그만큼 적고, 다시 보낸 스팬을 두 번 받은 게이트웨이에서는 도리어 많습니다.',
        check: `로그에서 까닭을 읽습니다. Unavailable이나 connection refused면 받는 쪽이 떠 있지 않거나 NetworkPolicy가 막은 것이고, DeadlineExceeded면 느린 것이고, ResourceExhausted면 받는 쪽의 한도에 닿은 것이고, sending queue is full이면 대기열이 가득 찬 것입니다.\n\n${look(facts.window)}`,
        action:
          '받는 쪽(Tempo, Jaeger, 게이트웨이)을 되살립니다. 받는 쪽의 한도(Tempo의 `ingestion.rate_limit_bytes`)에 닿았으면 한도를 올리거나 `keeps`를 낮춰 덜 남깁니다. 잠깐의 장애를 더 오래 견뎌야 하면 수집기의 메모리를 늘립니다. 대기열도 그만큼 길어집니다.',
      }),
      en: ({ value, labels: { exporter }, window, facts }) => ({
        summary: `${subject.en}: at most ${value} spans were dropped (${exporter})`,
        description: `Over the last ${window} ${exporter} of the collectors of traces gave at most ${value} spans up: they are not sent again. See first whether whoever takes them lives, and the log of the collector.`,
        meaning: `An OpenTelemetry Collector that collects the traces of ${subject.en} has dropped ${facts.limit.value === 0 ? 'at least one span' : `more than ${facts.limit.value} spans`} over the last ${window}: whoever takes them did not answer for more than five minutes, or refused them for good. Spans for which the queue had no room are not among them: CollectorQueueFilling tells of that before. What load_balancing drops was for a gateway, what otlp_grpc drops for who keeps traces. The number is an upper bound: load_balancing sends a batch again whole, and counts it whole, of which one gateway did not take its part, so spans that another took are among them.`,
        impact:
          'Traces of that time lack spans, or are not there at all. Where no gateway was reached, the metrics that are counted from spans are too low too; of spans that a gateway took twice, since their batch was sent again, they are too high.',
        check: `Read why in the log. Unavailable, or connection refused, means that it does not run or that a NetworkPolicy shuts it out, DeadlineExceeded that it is slow, ResourceExhausted that it has a limit, sending queue is full that the queue is.\n\n${look(facts.window)}`,
        action:
          'Bring whoever takes them (Tempo, Jaeger, the gateways) back. If a limit of theirs is why (`ingestion.rate_limit_bytes` of Tempo), raise it, or keep fewer traces by `keeps`. To outlast longer outages give the collectors more memory: the queue is then longer too.',
      }),
    },
    proof: (facts) =>
      firstLossProof(
        {
          counters: [metrics.spansNotSent],
          by: ['exporter'],
          when: (times) => `${times} spans are given up within the window`,
        },
        metrics,
        facts,
      ),
  });
};
