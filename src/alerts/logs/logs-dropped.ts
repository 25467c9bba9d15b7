import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { type DroppedMetrics, droppedRecords } from './records.js';

/** Lines that Fluent Bit gave up: its buffer was full, or they were refused for good. They are in no Loki, and will be in none. */
export const logsDropped = (
  subject: Subject,
  metrics: DroppedMetrics,
  { window = '15m' }: { readonly window?: Duration } = {},
): Alert<never, 'count'> => {
  const look = (window: Duration): string =>
    [
      query(droppedRecords(metrics, window)),
      commands(...placeOf(subject).agentLogs(metrics.recordsDropped, 'fluent-bit', '--since=1h')),
    ].join('\n\n');
  return alert('LogsDropped', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'warning',
    component: 'logs',
    when: ({ limit, window }) => above(droppedRecords(metrics, window), limit),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 로그 ${value}줄을 버렸습니다`,
        description: `최근 ${window} 동안 Fluent Bit가 로그 ${value}줄을 보내지 못하고 버렸습니다. 이 줄은 Loki에 없고, 다시 보내지도 않습니다. Fluent Bit의 로그에서 Loki가 거절했는지(HTTP status=400), 버퍼가 가득 찼는지부터 확인하세요.`,
        meaning: `${subject.ko}의 로그를 모으는 Fluent Bit가 최근 ${window} 동안 로그를 ${facts.limit.value === 0 ? '한 줄이라도' : `${limit}줄보다 많이`} 버렸습니다. Loki가 받지 않겠다고 한 것(400)은 다시 보내지 않고, Loki가 오래 꺼져 버퍼가 가득 차면 오래된 것부터 버립니다.`,
        impact:
          '그 시간의 로그에는 구멍이 있습니다. 장애의 원인을 찾을 때 없는 줄이 결정적인 줄일 수 있습니다.',
        check: `언제부터 얼마나 버렸는지 조회하고 로그에서 까닭을 읽습니다. entry too far behind나 timestamp too old면 너무 늦게 보낸 것이고, line too long이나 limit이 보이면 Loki의 한도를 넘은 것입니다. 거절이 없으면 Loki가 꺼져 있던 동안 버퍼가 찬 것입니다.\n\n${look(facts.window)}`,
        action:
          'Loki가 꺼져 있으면 되살립니다. 한도 때문이면 Loki의 `limits_config`를 늘리거나 지나치게 말하는 앱을 조용하게 합니다. 버퍼가 자주 차면 `storage.total_limit_size`를 늘립니다. 버린 줄이 꼭 필요하면 노드의 `/var/log/pods`에 아직 남아 있을 수 있습니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} lines of logs were dropped`,
        description: `Over the last ${window} Fluent Bit gave up ${value} lines of logs: they are not in Loki, and are not sent again. See in its log first whether Loki refused them (HTTP status=400), or whether its buffer was full.`,
        meaning: `The Fluent Bit that collects the logs of ${subject.en} gave up ${facts.limit.value === 0 ? 'at least one line' : `more than ${limit} lines`} over the last ${window}. What Loki refuses (400) is not sent again; while Loki is away for long, the oldest are pushed out of a buffer that is full.`,
        impact:
          'The logs of that time have a hole. When a cause is looked for, the line that is missing may be the one that counts.',
        check: `Ask how many were dropped and since when, and read why in the log. Entry too far behind, or timestamp too old, means that they were sent too late; line too long, or a limit, that they are more than Loki takes. Where nothing is refused, the buffer was full while Loki was away.\n\n${look(facts.window)}`,
        action:
          'If Loki is away, bring it back. If a limit is why, raise it in `limits_config` of Loki, or quiet the app that says too much. If the buffer is full often, raise `storage.total_limit_size`. What was dropped may still be in `/var/log/pods` of its node.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.recordsDropped],
          by: [],
          when: (times) => `${times} lines are dropped within the window`,
        },
        facts,
      ),
  });
};
