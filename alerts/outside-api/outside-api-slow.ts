import type { Duration } from '../../ground/duration.js';
import { compare } from '../../promql/vector/compare.js';
import { type Alert, alert } from '../rule/alert.js';
import { above } from '../rule/condition.js';
import { observes } from '../scenario/behaviour.js';
import { quantileBoundary } from '../scenario/quantile.js';
import { commands, query } from '../text/command.js';
import { tooFewToTell } from '../text/least-events.js';
import { type Subject, placeOf } from '../text/subject.js';
import { slowestOf } from '../text/topmost.js';
import { type CallOptions, type OutsideApiMetrics, callWord, responseTimeP95, timedRate } from './calls.js';

/** Too many requests to somebody else's API take too long. */
export const outsideApiSlow = (
  subject: Subject,
  metrics: Pick<OutsideApiMetrics, 'duration'>,
  { limit, leastTraffic, window }: CallOptions<'seconds'>,
): Alert<never, 'seconds'> => {
  const { duration } = metrics;
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
    when: ({ limit, window }) => above(responseTimeP95(metrics, window), limit),
    given: ({ window }) => compare(timedRate(metrics, window), '>', leastTraffic),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 응답 시간 P95가 ${value}입니다`,
        description: `최근 ${window} 동안 ${subject.ko} 호출 100건 중 5건이 ${value} 이상 걸렸습니다(기준 ${limit}). 제공사의 상태 페이지를 보고, 요청이 커졌는지(프롬프트 길이, 최대 토큰 수)와 이 호출을 기다리는 작업이 큐에 밀려 있는지 확인하세요.`,
        meaning: `${subject.ko}의 응답 시간 95번째 백분위수가 ${limit}보다 깁니다.${tooFew(facts.window).ko}`,
        impact:
          '이 API를 기다리는 기능과 작업이 느려집니다. 워커가 호출을 기다리느라 다른 작업을 하지 못해 큐가 밀립니다.',
        check: `제공사의 상태 페이지를 보고, 어느 호출이 느린지 Prometheus에서 조회합니다. 429(한도 초과)를 재시도하느라 느린 것인지 로그에서 확인합니다.\n\n${look(facts.window)}`,
        action:
          '급하지 않은 호출을 미루고, 시간 초과를 짧게 두어 워커가 묶이지 않게 합니다. 더 빠른 모델로 바꾸거나 요청을 줄입니다. 큐가 밀렸다면 워커를 늘립니다. 제공사의 장애면 공지를 기다립니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: P95 of response times is ${value}`,
        description: `Over the last ${window} 5 of 100 calls to ${subject.en} took ${value} or longer (limit ${limit}). Look at the provider's status page, see whether requests have become bigger (length of prompts, most tokens), and whether tasks that wait for these calls pile up.`,
        meaning: `The 95th percentile of the response times of ${subject.en} is over ${limit}.${tooFew(facts.window).en}`,
        impact:
          'Features and tasks that wait for this API are slow. Workers are busy waiting and do nothing else, so queues get longer.',
        check: `Look at the provider's status page; ask Prometheus which calls are slow. See in the log whether it is slow because 429 (quota) is tried again.\n\n${look(facts.window)}`,
        action:
          'Put off calls that can wait, and set short timeouts so that workers are not tied up. Switch to a faster model, or ask for less. If queues are long, add workers. In an outage of the provider, wait for their notice.',
      }),
    },
    proof: ({ limit }) => {
      const { sizes, ...near } = quantileBoundary(0.95, duration.info, limit.value);
      return {
        reading: {
          ...near,
          at: (value, _, perSecond) => observes(duration, {}, perSecond, sizes(value)),
          when: (value) => `5 of 100 calls take ${value}`,
          labels: {},
          events: { least: leastTraffic, what: callWord.en },
        },
      };
    },
  });
};
