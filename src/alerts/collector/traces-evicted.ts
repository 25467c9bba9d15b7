import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type CollectorNames, collectorLogs } from './logs.js';
import { firstLossProof } from './proof.js';
import { type EvictedMetrics, evictedTraces } from './signals.js';

/** Traces that a gateway pushed out before it could decide on them: there are more than `tracing` was told. */
export const tracesEvicted = (
  subject: Subject,
  metrics: EvictedMetrics,
  { window = '15m', ...names }: CollectorNames & { readonly window?: Duration } = {},
): Alert<never, 'count'> => {
  const look = (window: Duration): string =>
    [
      query(evictedTraces(metrics, window)),
      commands(
        ...collectorLogs(subject, metrics.tracesEvicted, { which: 'trace-gateway', since: '1h', names }),
      ),
    ].join('\n\n');
  return alert('TracesEvicted', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'warning',
    component: 'tracing',
    when: ({ limit, window }) => above(evictedTraces(metrics, window), limit),
    says: {
      ko: ({ value, window, facts }) => ({
        summary: `${subject.ko}: 트레이스 ${value}개가 판단하기 전에 밀려났습니다`,
        description: `최근 ${window} 동안 게이트웨이가 트레이스 ${value}개를 남길지 정하기 전에 메모리에서 밀어냈습니다. 그 가운데 오류나 느린 요청이 있었어도 남지 않았습니다. 트레이스가 초당 몇 개 들어오는지부터 확인하세요.`,
        meaning: `${subject.ko}의 게이트웨이(tail_sampling)가 최근 ${window} 동안 트레이스를 ${facts.limit.value === 0 ? '하나라도' : `${facts.limit.value}개보다 많이`} 너무 일찍 버렸습니다. 기다리는 트레이스가 \`num_traces\`보다 많으면 가장 오래된 것부터 밀려납니다.`,
        impact:
          '오류와 느린 요청의 트레이스를 남긴다는 약속이 그 시간에는 지켜지지 않습니다. 스팬으로 센 지표는 그대로 맞습니다.',
        check: `초당 새 트레이스 수(\`otelcol_processor_tail_sampling_new_trace_id_received_total\`)를 \`tracing\`의 \`traces\`와 비교합니다. 갑자기 늘었으면 어느 서비스가 늘렸는지 스팬 지표에서 찾습니다.\n\n${look(facts.window)}`,
        action:
          '`tracing`의 `traces`를 실제 최댓값보다 크게 올립니다. `num_traces`와 필요한 메모리가 그에 따라 계산되고, 메모리가 모자라면 그때 알려 줍니다. 요청이 짧으면 `decisionWait`를 줄여도 됩니다.',
      }),
      en: ({ value, window, facts }) => ({
        summary: `${subject.en}: ${value} traces were pushed out before anybody decided on them`,
        description: `Over the last ${window} gateways pushed ${value} traces out of memory before they could decide whether to keep them: errors and slow requests among them are lost too. See first how many traces come in a second.`,
        meaning: `The gateways of ${subject.en} (tail_sampling) have dropped ${facts.limit.value === 0 ? 'at least one trace' : `more than ${facts.limit.value} traces`} too early over the last ${window}: where more traces wait than \`num_traces\`, the oldest are pushed out.`,
        impact:
          'That traces of errors and of slow requests are kept does not hold for that time. Metrics that are counted from spans are right nevertheless.',
        check: `Compare new traces a second (\`otelcol_processor_tail_sampling_new_trace_id_received_total\`) with \`traces\` of \`tracing\`. If they grew all at once, the metrics of spans tell which service made them.\n\n${look(facts.window)}`,
        action:
          'Raise `traces` of `tracing` over what there is at the most: `num_traces` and the memory that is needed follow from it, and where the memory is too little it says so. Where requests are short, `decisionWait` may be too.',
      }),
    },
    proof: (facts) =>
      firstLossProof(
        {
          counters: [metrics.tracesEvicted],
          by: [],
          when: (times) => `${times} traces are pushed out within the window`,
        },
        metrics,
        facts,
      ),
  });
};
