import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { compare } from '#promql/vector/compare.js';
import { tooManyFail } from '#alerts/failing/failing.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { grows } from '#alerts/scenario/behaviour.js';
import { commands, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { mostOf } from '#alerts/text/topmost.js';
import { type CallOptions, type OutsideApiMetrics, callWord, failingCalls, requestRate } from './calls.js';

/** Too many requests to somebody else's API fail. */
export const outsideApiFailing = (
  subject: Subject,
  metrics: Pick<OutsideApiMetrics, 'requests'>,
  { limit, leastTraffic, window }: CallOptions<'ratio'>,
): Alert<never, 'ratio'> => {
  const { requests } = metrics;
  const tooFew = (window: Duration) => tooFewToTell(callWord, leastTraffic, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(requests);
  const look = (window: Duration): string =>
    [
      query(mostOf(requests.where({ status: 'error' }), window)),
      commands(...find, `${place.logs(requests, name, '--since=15m')} | grep -iE 'error|429|401|timeout'`),
    ].join('\n\n');
  return alert('OutsideApiFailing', {
    limit,
    window,
    for: '5m',
    severity: 'critical',
    when: ({ limit, window }) => tooManyFail(failingCalls(metrics), limit, window),
    given: ({ window }) => compare(requestRate(metrics, window), '>', leastTraffic),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 호출의 ${value}가 실패하고 있습니다`,
        description: `최근 ${window} 동안 ${subject.ko} 호출의 ${value}가 오류로 끝났습니다(기준 ${limit}). 로그에서 오류의 종류(401 인증, 429 한도 초과, 5xx 장애, 시간 초과)를 먼저 보고, 제공사의 상태 페이지를 확인하세요.`,
        meaning: `${subject.ko} 호출 가운데 오류로 끝난 비율이 ${withParticle(limit, '을/를')} 넘었습니다.${tooFew(facts.window).ko}`,
        impact:
          '이 API의 결과가 필요한 기능이 실패합니다. 재시도하는 일은 쌓여 밀리고, 재시도 자체가 한도를 더 빨리 씁니다.',
        check: `로그에서 오류의 종류를 봅니다. 제공사의 상태 페이지와 사용량(쿼터, 결제 한도) 화면을 확인하고, 어느 호출이 언제부터 실패했는지 Prometheus에서 조회해 최근 배포와 맞춰 봅니다.\n\n${look(facts.window)}`,
        action:
          '401이면 키를 갱신하고, 429면 호출을 줄이거나 한도를 올립니다. 제공사의 장애면 대신할 것이 있으면 그것으로 돌리고, 없으면 기능을 끄고 공지를 기다립니다. 배포 직후라면 되돌립니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} of calls fail`,
        description: `Over the last ${window} ${value} of the calls to ${subject.en} ended in an error (limit ${limit}). See in the log first which errors they are (401 credentials, 429 quota, 5xx outage, timeouts), then look at the provider's status page.`,
        meaning: `More than ${limit} of the calls to ${subject.en} end in an error.${tooFew(facts.window).en}`,
        impact:
          'What needs the answers of this API fails. What tries again piles up, and trying again uses up the quota even faster.',
        check: `See in the log which errors they are. Look at the provider's status page and at the usage (quota, spending limit), ask Prometheus which calls fail and since when, and compare with the latest deployment.\n\n${look(facts.window)}`,
        action:
          'If 401, renew the key; if 429, call less or raise the quota. In an outage of the provider, switch to a substitute if there is one, else turn the feature off, and wait for their notice. Right after a deployment, roll back.',
      }),
    },
    proof: () => ({
      reading: {
        at: (value, _, perSecond) => [
          grows(requests, { status: 'success' }, perSecond * (1 - value)),
          grows(requests, { status: 'error' }, perSecond * value),
        ],
        well: 0,
        when: (value) => `${value} of calls fail`,
        labels: {},
        events: { least: leastTraffic, what: callWord.en },
      },
    }),
  });
};
