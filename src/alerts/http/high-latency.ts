import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { takeLong } from '#alerts/tail/proof.js';
import { enoughTimed, tooLong } from '#alerts/tail/tail.js';
import { tailWords } from '#alerts/tail/words.js';
import { commands, query } from '#alerts/text/command.js';
import { forEach, named } from '#alerts/text/grouped.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { slowestOf } from '#alerts/text/topmost.js';
import { type HttpMetrics, type Options, requestWord, responseTimes } from './requests.js';

/** Too many requests take too long. */
export const highLatency = <L extends string>(
  subject: Subject,
  http: Pick<HttpMetrics<L>, 'duration' | 'durationByRoute' | 'by'>,
  { limit, leastTraffic, window }: Options<'seconds'>,
): Alert<L, 'seconds'> => {
  const { by = [] } = http;
  const times = responseTimes(http);
  const words = (limit: Limit<'seconds'>) => tailWords(times, requestWord, limit);
  const place = placeOf(subject);
  const { find, name } = place.exporting(http.duration, by);
  const tooFew = (window: Duration) => tooFewToTell(requestWord, leastTraffic, window);
  const look = (window: Duration): string =>
    [
      query(slowestOf(http.durationByRoute ?? http.duration, window, by)),
      commands(
        ...find,
        place.usage(http.duration),
        `${place.logs(http.duration, name, '--since=15m')} | grep -iE 'slow|timeout'`,
      ),
    ].join('\n\n');
  return alert('HighLatency', {
    limit,
    window,
    for: '5m',
    severity: 'warning',
    when: ({ limit, window }) => tooLong(times, limit, window),
    given: ({ window }) => enoughTimed(times, leastTraffic, window),
    says: {
      ko: ({ value, limit, labels, window, facts }) => ({
        summary: `${named(subject, by, labels).ko}: 요청의 ${value}가 ${words(facts.limit).edge}보다 오래 걸립니다`,
        description: `최근 ${window} 동안 ${named(subject, by, labels).ko} 요청의 ${value}가 ${words(facts.limit).edge}보다 오래 걸렸습니다${words(facts.limit).limit.ko}. 느린 엔드포인트를 대응 방법의 쿼리로 찾고, CPU와 그 엔드포인트가 기대는 것(데이터베이스, 외부 API)부터 살펴보세요.`,
        meaning: `${subject.ko} 요청 가운데 ${limit}보다 오래 걸리는 비율이 ${withParticle(words(facts.limit).share, '을/를')} 넘었습니다. 곧 응답 시간 95번째 백분위수(P95)가 ${limit}보다 깁니다.${words(facts.limit).note.ko}${forEach(by).ko}${tooFew(facts.window).ko}`,
        impact: '사용자가 느려졌다고 느끼고, 시간 초과로 실패하는 요청이 생깁니다.',
        check: `어느 엔드포인트가 느린지 Prometheus에서 조회하고, 같은 시각의 CPU와 메모리, 데이터베이스가 있으면 그 연결 수를 맞춰 봅니다.\n\n${look(facts.window)}`,
        action: `부하가 늘었으면 ${withParticle(place.copies.ko, '을/를')} 늘립니다. 느린 쿼리가 원인이면 멈추거나 인덱스를 추가합니다.`,
      }),
      en: ({ value, limit, labels, window, facts }) => ({
        summary: `${named(subject, by, labels).en}: ${value} of requests take longer than ${words(facts.limit).edge}`,
        description: `Over the last ${window} ${value} of the requests to ${named(subject, by, labels).en} took longer than ${words(facts.limit).edge} ${words(facts.limit).limit.en}. Find the slow endpoints by the runbook's query, then look first at CPU and at what they depend on (a database, outside APIs).`,
        meaning: `More than ${words(facts.limit).share} of the requests to ${subject.en} take longer than ${limit}: the 95th percentile (P95) of response times is over it.${words(facts.limit).note.en}${forEach(by).en}${tooFew(facts.window).en}`,
        impact: 'Users notice that it is slow, and some requests fail by timing out.',
        check: `Ask Prometheus which endpoints are slow; compare with CPU and memory at the same time, and with the connections of its database, if it has one.\n\n${look(facts.window)}`,
        action: `If load has grown, add ${place.copies.en}. If slow queries are the cause, stop them or add an index.`,
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels, perSecond) => takeLong(times, limit, { share, labels, perSecond }),
        well: 0,
        when: (value) => `${value} of requests take longer than ${words(limit).edge}`,
        labels: oneOf(http.duration, by),
        events: { least: leastTraffic, what: requestWord.en },
      },
    }),
  });
};
