import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { type Limit, percent } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type CollectorNames, alertedLogs } from './logs.js';
import { type QueueMetrics, queueFilling } from './signals.js';

/** So many batches may wait in a proof. */
const capacity = 100;

/** The queue of an exporter that is nearly full: soon spans are dropped. */
export const collectorQueueFilling = (
  subject: Subject,
  metrics: QueueMetrics,
  {
    full = percent(80),
    for: pending = '5m',
    ...names
  }: CollectorNames & { readonly full?: Limit<'ratio'>; readonly for?: Duration } = {},
): Alert<'pod' | 'exporter', 'ratio'> => {
  const look = [
    query(queueFilling(metrics)),
    commands(...alertedLogs(subject, metrics.queueSize, { since: '30m', names })),
  ].join('\n\n');
  return alert('CollectorQueueFilling', {
    limit: full,
    for: pending,
    severity: 'warning',
    component: 'tracing',
    when: ({ limit }) => above(queueFilling(metrics), limit),
    says: {
      ko: ({ value, limit, labels: { pod, exporter } }) => ({
        summary: `${subject.ko}: 트레이스 수집기의 대기열이 ${value} 찼습니다(${exporter})`,
        description: `${pod}의 ${exporter}에서 보내려고 쌓아 둔 것이 대기열의 ${value}입니다(기준 ${limit}). 가득 차면 스팬을 버립니다. 받는 쪽이 살아 있는지, 느려졌는지부터 확인하세요.`,
        meaning: `${subject.ko}의 트레이스를 모으는 OpenTelemetry Collector의 보내기 대기열이 ${withParticle(limit, '을/를')} 넘게 찼습니다. 받는 쪽이 들어오는 것보다 느리게 가져가거나 전혀 가져가지 않습니다.`,
        impact:
          '아직 잃은 것은 없습니다. 가득 차면 SpansDropped가 뒤따르고, 그 시간의 트레이스에 구멍이 납니다.',
        check: `받는 쪽(load_balancing이면 게이트웨이, otlp_grpc이면 Tempo나 Jaeger)의 상태와 지연을 보고, 수집기 로그에서 다시 보내는 까닭을 읽습니다.\n\n${look}`,
        action:
          '받는 쪽을 되살리거나 늘립니다. 잠깐 몰린 것이면 기다리면 빠집니다. 늘 차 있으면 `keeps`를 낮추거나 게이트웨이를 늘립니다.',
      }),
      en: ({ value, limit, labels: { pod, exporter } }) => ({
        summary: `${subject.en}: the queue of a collector of traces is ${value} full (${exporter})`,
        description: `What ${exporter} of ${pod} has to send takes ${value} of its queue (limit ${limit}). Once it is full, spans are dropped. See first whether whoever takes them lives, and whether it is slow.`,
        meaning: `More than ${limit} of the sending queue of an OpenTelemetry Collector that collects the traces of ${subject.en} is taken: whoever takes spans does so slower than they come, or not at all.`,
        impact:
          'Nothing is lost yet. Once it is full SpansDropped follows, and traces of that time have a hole.',
        check: `Look at who takes them (of load_balancing the gateways, of otlp_grpc Tempo or Jaeger) and how long that takes, and read in the log of the collector why it sends again.\n\n${look}`,
        action:
          'Bring whoever takes them back, or give it more. A burst goes by itself. If the queue is always full, keep fewer traces by `keeps`, or have more gateways.',
      }),
    },
    proof: () => ({
      reading: {
        at: (value, labels) => [
          holds(metrics.queueSize, labels, value * capacity),
          holds(metrics.queueCapacity, labels, capacity),
        ],
        well: 0,
        when: (value) => `${value} of the queue is taken`,
        labels: oneOf(metrics.queueSize, ['pod', 'exporter']),
      },
    }),
  });
};
