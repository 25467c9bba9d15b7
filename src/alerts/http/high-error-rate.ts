import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { tooManyFail } from '#alerts/failing/failing.js';
import { firstFailures } from '#alerts/failing/proof.js';
import { firstCounted } from '#alerts/failing/words.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import { forEach, named } from '#alerts/text/grouped.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { mostOf } from '#alerts/text/topmost.js';
import {
  type HttpMetrics,
  type Options,
  answered,
  enough,
  failingRequests,
  requestWord,
} from './requests.js';
import { answers, kindsOf } from './traffic.js';

/** Too many requests are answered 5xx. */
export const highErrorRate = <L extends string, S extends string>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  { limit, leastTraffic, window }: Options<'ratio'>,
): Alert<L, 'ratio'> => {
  const { by = [] } = http;
  const one = oneOf(http.requests, by);
  const place = placeOf(subject);
  const { find, name } = place.exporting(http.requests, by);
  const first = firstCounted({ ko: '경로', en: 'route' }, http);
  const tooFew = (window: Duration) => tooFewToTell(requestWord, leastTraffic, window);
  const look = (window: Duration): string =>
    [
      query(mostOf(answered(http, /5../), window, by)),
      commands(
        ...find,
        `${place.logs(http.requests, name, '--since=15m')} | grep -iE 'error|exception|panic'`,
        place.deployed(http.requests),
      ),
    ].join('\n\n');
  return alert('HighErrorRate', {
    limit,
    window,
    for: '5m',
    severity: 'critical',
    when: ({ limit, window }) => tooManyFail(failingRequests(http), limit, window),
    given: ({ window }) => enough(http, leastTraffic, window),
    says: {
      ko: ({ value, limit, labels, window, facts }) => ({
        summary: `${named(subject, by, labels).ko}: 요청의 ${value}가 5xx로 실패하고 있습니다`,
        description: `최근 ${window} 동안 ${named(subject, by, labels).ko} 요청의 ${value}에 5xx로 응답했습니다(기준 ${limit}). 어느 엔드포인트가 실패하는지 대응 방법의 쿼리로 확인하고, 최근 배포와 ${place.podOrContainer.ko} 로그부터 살펴보세요.`,
        meaning: `${subject.ko}에 온 요청 가운데 5xx로 응답한 비율이 ${withParticle(limit, '을/를')} 넘었습니다.${first.ko}${forEach(by).ko}${tooFew(facts.window).ko}`,
        impact: '사용자 요청이 실패하고 있습니다. 클라이언트가 재시도하면 부하가 더 커집니다.',
        check: `어디에서 5xx가 가장 많은지 Prometheus에서 조회하고, 실패가 시작된 시각의 배포와 로그의 예외를 맞춰 봅니다.\n\n${look(facts.window)}`,
        action: '배포 직후라면 되돌립니다. 데이터베이스나 외부 API가 원인이면 그쪽의 알림을 먼저 처리합니다.',
      }),
      en: ({ value, limit, labels, window, facts }) => ({
        summary: `${named(subject, by, labels).en}: ${value} of requests fail with 5xx`,
        description: `Over the last ${window} ${value} of the requests to ${named(subject, by, labels).en} were answered 5xx (limit ${limit}). See by the runbook's query which endpoints fail, then look at the latest deployment and the ${place.podOrContainer.en}s' logs first.`,
        meaning: `More than ${limit} of the requests to ${subject.en} are answered 5xx.${first.en}${forEach(by).en}${tooFew(facts.window).en}`,
        impact: 'Requests of users fail. Clients that retry add to the load.',
        check: `Ask Prometheus where most of the 5xx are; compare when it began with the latest deployment and the exceptions in the log.\n\n${look(facts.window)}`,
        action:
          'Right after a deployment, roll back. If a database or an outside API is the cause, work on its alert first.',
      }),
    },
    proof: ({ limit, for: pending, window }) => ({
      reading: {
        at: (value, labels, perSecond) => answers(http, labels, perSecond, value),
        well: 0,
        when: (value) => `${value} of requests fail`,
        labels: one,
        events: { least: leastTraffic, what: requestWord.en },
      },
      fires: firstFailures(failingRequests(http), {
        limit,
        for: pending,
        window,
        least: leastTraffic,
        labels: one,
        ...kindsOf(http, one),
        when: 'requests fail in another way each minute',
      }),
    }),
  });
};
