import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { takeLong } from '#alerts/tail/proof.js';
import { enoughTimed, tooLong } from '#alerts/tail/tail.js';
import { tailWords } from '#alerts/tail/words.js';
import { commands, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { slowestOf } from '#alerts/text/topmost.js';
import { type CallOptions, type OutsideApiMetrics, callWord, callTimes } from './calls.js';

/** Too many requests to somebody else's API take too long. */
export const outsideApiSlow = (
  subject: Subject,
  metrics: Pick<OutsideApiMetrics, 'duration'>,
  { limit, leastTraffic, window }: CallOptions<'seconds'>,
): Alert<never, 'seconds'> => {
  const { duration } = metrics;
  const times = callTimes(metrics);
  const words = (limit: Limit<'seconds'>) => tailWords(times, callWord, limit);
  const tooFew = (window: Duration) => tooFewToTell(callWord, leastTraffic, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(duration);
  const look = (window: Duration): string =>
    [
      query(slowestOf(duration, window)),
      commands(...find, `${place.logs(duration, name, '--since=30m')} | grep -iE '429|timeout'`),
    ].join('\n\n');
  return alert('OutsideApiSlow', {
    limit,
    window,
    for: '10m',
    severity: 'warning',
    when: ({ limit, window }) => tooLong(times, limit, window),
    given: ({ window }) => enoughTimed(times, leastTraffic, window),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 호출의 ${value}가 ${words(facts.limit).edge}보다 오래 걸립니다`,
        description: `최근 ${window} 동안 ${subject.ko} 호출의 ${value}가 ${words(facts.limit).edge}보다 오래 걸렸습니다${words(facts.limit).limit.ko}. 제공사의 상태 페이지를 보고, 요청이 커졌는지(프롬프트 길이, 최대 토큰 수)와 이 호출을 기다리는 작업이 큐에 밀려 있는지 확인하세요.`,
        meaning: `${subject.ko} 호출 가운데 ${limit}보다 오래 걸리는 비율이 ${withParticle(words(facts.limit).share, '을/를')} 넘었습니다. 곧 응답 시간 95번째 백분위수(P95)가 ${limit}보다 깁니다.${words(facts.limit).note.ko}${tooFew(facts.window).ko}`,
        impact:
          '이 API를 기다리는 기능과 작업이 느려집니다. 워커가 호출을 기다리느라 다른 작업을 하지 못해 큐가 밀립니다.',
        check: `제공사의 상태 페이지를 보고, 어느 호출이 느린지 Prometheus에서 조회합니다. 429(한도 초과)를 재시도하느라 느린 것인지 로그에서 확인합니다.\n\n${look(facts.window)}`,
        action:
          '급하지 않은 호출을 미루고, 시간 초과를 짧게 두어 워커가 묶이지 않게 합니다. 더 빠른 모델로 바꾸거나 요청을 줄입니다. 큐가 밀렸다면 워커를 늘립니다. 제공사의 장애면 공지를 기다립니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} of calls take longer than ${words(facts.limit).edge}`,
        description: `Over the last ${window} ${value} of the calls to ${subject.en} took longer than ${words(facts.limit).edge} ${words(facts.limit).limit.en}. Look at the provider's status page, see whether requests have become bigger (length of prompts, most tokens), and whether tasks that wait for these calls pile up.`,
        meaning: `More than ${words(facts.limit).share} of the calls to ${subject.en} take longer than ${limit}: the 95th percentile (P95) of response times is over it.${words(facts.limit).note.en}${tooFew(facts.window).en}`,
        impact:
          'Features and tasks that wait for this API are slow. Workers are busy waiting and do nothing else, so queues get longer.',
        check: `Look at the provider's status page; ask Prometheus which calls are slow. See in the log whether it is slow because 429 (quota) is tried again.\n\n${look(facts.window)}`,
        action:
          'Put off calls that can wait, and set short timeouts so that workers are not tied up. Switch to a faster model, or ask for less. If queues are long, add workers. In an outage of the provider, wait for their notice.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels, perSecond) => takeLong(times, limit, { share, labels, perSecond }),
        well: 0,
        when: (value) => `${value} of calls take longer than ${words(limit).edge}`,
        labels: {},
        events: { least: leastTraffic, what: callWord.en },
      },
    }),
  });
};
