import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { addsUp } from '#alerts/scenario/histogram.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { slowestOf } from '#alerts/text/topmost.js';
import { type InFlightMetrics, requestsInFlight } from './requests-in-flight.js';

export interface InFlightLimits {
  /** How many at once the service is made for. */
  readonly most: Limit<'count'>;
  /** How long a time their number is the mean of; 5 minutes by default. */
  readonly window?: Duration;
}

/** More requests at once than an HTTP service is made for. */
export const tooManyRequestsInFlight = (
  subject: Subject,
  metrics: InFlightMetrics,
  { most, window = '5m' }: InFlightLimits,
): Alert<never, 'count'> => {
  const { duration } = metrics;
  const place = placeOf(subject);
  const { podOrContainer, copies } = place;
  const { find, name } = place.exporting(duration);
  const look = (window: Duration): string =>
    [
      query(slowestOf(duration, window)),
      commands(...find, place.usage(duration), place.logs(duration, name, '--since=15m')),
    ].join('\n\n');
  return alert('TooManyRequestsInFlight', {
    limit: most,
    window,
    for: '5m',
    severity: 'warning',
    when: ({ limit, window }) => above(requestsInFlight(metrics, window), limit),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 요청 ${value}건을 동시에 처리하고 있습니다`,
        description: `최근 ${window} 동안 평균 ${value}건의 요청이 동시에 처리되고 있었습니다(기준 ${limit}건). 요청이 늘었거나 응답이 느려진 것입니다. 어느 쪽인지 초당 요청 수와 응답 시간을 견주어 보고, 느려졌다면 데이터베이스와 외부 API부터 확인하세요.`,
        meaning: `${subject.ko}에서 동시에 처리 중인 요청이 평균 ${limit}건을 넘었습니다. 리틀의 법칙에 따라 초당 요청 수에 평균 응답 시간을 곱한 값이며, 끝난 요청으로 계산하므로 매달려 있는 요청은 끝날 때 더해집니다.`,
        impact: '연결과 스레드, 메모리가 바닥나 새 요청이 기다리거나 거절됩니다. 느려질수록 더 쌓입니다.',
        check: `어느 엔드포인트가 느린지 Prometheus에서 조회하고, ${withParticle(podOrContainer.ko, '이/가')} CPU와 메모리를 얼마나 쓰는지 봅니다.\n\n${look(facts.window)}`,
        action: `느려진 원인이 데이터베이스나 외부 API면 그쪽의 알림을 먼저 처리하고, 시간 초과를 짧게 둡니다. 요청이 늘어난 것이라면 ${withParticle(copies.ko, '을/를')} 늘립니다. 몇몇 클라이언트가 몰아서 부르는 것이라면 호출 수를 제한합니다.`,
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} requests are in flight at once`,
        description: `Over the last ${window} ${value} requests were in flight at once on average (limit ${limit}). Either there are more requests, or answers have become slow: compare requests per second with response times, and if it is slow look at the database and at outside APIs first.`,
        meaning: `On average more than ${limit} requests to ${subject.en} are in flight at once: by Little's law, requests per second times the mean response time. It is reckoned by requests that have ended, so one that hangs is added when it ends.`,
        impact:
          'Connections, threads and memory run out, and new requests wait or are refused. The slower it gets the more pile up.',
        check: `Ask Prometheus which endpoints are slow, and see how much CPU and memory each ${podOrContainer.en} takes.\n\n${look(facts.window)}`,
        action: `If a database or an outside API has made it slow, work on its alert first, and set short timeouts. If there are more requests, add ${copies.en}. If it is a few clients that call in bursts, limit their rate.`,
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        // Seconds of answering in each second, which is what the law makes of it.
        at: (value) => addsUp(duration, value),
        well: 0,
        when: (value) => `${value} requests are in flight`,
        // A mean is no whole number, and may come out a little off.
        boundary: { over: 1.01 * limit.value, under: 0.99 * limit.value },
        labels: {},
      },
    }),
  });
};
