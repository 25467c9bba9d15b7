import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type CollectorNames, alertedLogs } from './logs.js';
import { type RefusedMetrics, refusedSpans } from './signals.js';

/** Spans that a collector gave back: its memory limiter lets nothing in, since what it has it does not get rid of, or since there is more than it was made for. */
export const spansRefused = (
  subject: Subject,
  metrics: RefusedMetrics,
  { window = '10m', ...names }: CollectorNames & { readonly window?: Duration } = {},
): Alert<'pod', 'count'> => {
  const place = placeOf(subject);
  const look = (window: Duration): string =>
    [
      query(refusedSpans(metrics, window)),
      commands(
        ...alertedLogs(subject, metrics.spansRefused, { since: '30m', names }),
        place.usage(metrics.spansRefused),
      ),
    ].join('\n\n');
  return alert('SpansRefused', {
    limit: count(0),
    window,
    for: '5m',
    severity: 'warning',
    component: 'tracing',
    when: ({ limit, window }) => above(refusedSpans(metrics, window), limit),
    says: {
      ko: ({ value, labels: { pod }, window, facts }) => ({
        summary: `${subject.ko}: 트레이스 수집기 ${pod}에서 스팬 ${value}개를 거절했습니다`,
        description: `최근 ${window} 동안 ${pod}에서 스팬 ${value}개를 받지 않고 돌려보냈습니다. 대개 메모리 한도(memory_limiter)에 닿은 것입니다. 보낼 곳이 막혀 쌓인 것인지, 들어오는 양이 늘어난 것인지부터 확인하세요.`,
        meaning: `${subject.ko}의 트레이스를 모으는 OpenTelemetry Collector 하나가 최근 ${window} 동안 스팬을 ${facts.limit.value === 0 ? '하나라도' : `${facts.limit.value}개보다 많이`} 거절했습니다. 수집기에서 가장 먼저 도는 memory_limiter가 한도를 넘으면 새 스팬을 받지 않습니다.`,
        impact:
          '애플리케이션의 SDK가 잠시 다시 보내다가 포기합니다. 사용자 요청은 실패하지 않지만 그 시간의 트레이스와 스팬으로 센 지표에 구멍이 납니다.',
        check: `로그에 data refused due to high memory usage가 있는지, 그 앞에 보내기 실패(Exporting failed)가 쌓였는지 봅니다. 파드의 메모리가 한도에 가까운지도 봅니다.\n\n${look(facts.window)}`,
        action:
          '보낼 곳(Tempo나 Jaeger)이 멈췄으면 되살립니다. 들어오는 트레이스가 늘었으면 `tracing`의 `traces`를 올려 필요한 메모리를 다시 계산하고 `gateway.resources`나 `replicas`를 늘립니다. 한 서비스가 지나치게 많은 스팬을 만들면 그 서비스의 계측을 줄입니다.',
      }),
      en: ({ value, labels: { pod }, window, facts }) => ({
        summary: `${subject.en}: the collector of traces ${pod} refused ${value} spans`,
        description: `Over the last ${window} ${pod} gave ${value} spans back. Mostly its memory limiter (memory_limiter) lets nothing in. See first whether what it has piles up because nobody takes it, or whether more comes in than it was made for.`,
        meaning: `An OpenTelemetry Collector that collects the traces of ${subject.en} has refused ${facts.limit.value === 0 ? 'at least one span' : `more than ${facts.limit.value} spans`} over the last ${window}. Its first processor, memory_limiter, takes no new spans while it is over its limit.`,
        impact:
          'The SDKs of the application send again for a while, and give up. No request of a user fails, but traces of that time, and the metrics that are counted from spans, have a hole.',
        check: `See whether the log says data refused due to high memory usage, and whether failures to send (Exporting failed) stand before it; and whether the memory of the pod is near its limit.\n\n${look(facts.window)}`,
        action:
          'If who keeps traces (Tempo or Jaeger) has stopped, bring it back. If there are more traces, raise `traces` of `tracing`, by which the memory is reckoned anew, and then `gateway.resources` or `replicas`. If one service makes far too many spans, instrument less of it.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.spansRefused],
          by: ['pod'],
          when: (times) => `${times} spans are refused within the window`,
        },
        facts,
      ),
  });
};
