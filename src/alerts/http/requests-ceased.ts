import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { type Limit, yes } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { rate } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { type Hours, after } from '#alerts/rule/hours.js';
import { grows, holds } from '#alerts/scenario/behaviour.js';
import { wellWithin } from '#alerts/scenario/moment.js';
import { elsewhere } from '#alerts/scenario/elsewhere.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';

/** What counts the requests that must not cease. */
export interface TrafficMetrics {
  readonly requests: Counter<never, 'count'>;
  /** `up` of what answers them: while that is not scraped nobody knows how many there are. */
  readonly up: Gauge<never, 'boolean'>;
}

/** How many requests there are when all is well, and when. */
export interface Expected {
  /** There are at least so many requests, as long as people can reach the service: far fewer than in the quietest hour. */
  readonly atLeast: Limit<'perSecond'>;
  /** When they are expected; always, unless given. */
  readonly during?: Hours;
  readonly window?: Duration;
  readonly for?: Duration;
}

/** When a fault begins, where requests are expected at hours only. */
const begins = (window: Duration, during: Hours | undefined) =>
  during ? { begins: wellWithin(after(window, during)) } : {};

/** All requests that are answered a second, of whatever service; none where nobody counts any. */
const traffic = ({ requests }: Pick<TrafficMetrics, 'requests'>, window: Window) =>
  orZero(sum(rate(requests, window)));

/**
 * Requests cease, though there must be some: where nobody gets through to a service nothing fails and nothing is slow, and its pods are
 * well. For applications that know how much there is at the least.
 */
export const requestsCeased = (
  subject: Subject,
  { requests, up }: TrafficMetrics,
  { atLeast, during, window = '5m', for: pending = '5m' }: Expected,
): Alert<never, 'perSecond'> => {
  const place = placeOf(subject);
  const { podOrContainer } = place;
  const { find, name } = place.exporting(requests);
  const look = (window: Duration): string =>
    [
      query(traffic({ requests }, window)),
      commands(...find, place.logs(requests, name, '--since=15m'), place.deployed(requests)),
    ].join('\n\n');
  return alert('RequestsCeased', {
    limit: atLeast,
    window,
    for: pending,
    severity: 'critical',
    when: ({ limit, window }) => below(traffic({ requests }, window), limit),
    // That it is not scraped is told by TargetDown.
    knownBy: () => compare(max(maxOverTime(up, '2m')), '==', yes),
    ...(during && { during: ({ window }: { readonly window: Duration }) => after(window, during) }),
    says: {
      ko: ({ value, limit, window, for: pending, facts }) => ({
        summary: `${subject.ko}: 요청이 ${value}뿐입니다`,
        description: `${pending} 넘게 ${subject.ko}에 오는 요청이 최근 ${window} 평균 ${value}이거나(최소 ${limit}), 요청 수 지표가 없습니다. 요청이 닿지 않으면 오류율과 응답 시간 알림은 발생하지 않습니다. 밖에서 서비스가 열리는지, 인그레스와 DNS, 인증서 순서로 확인하세요.`,
        meaning: `${subject.ko}에 늘 있어야 할 요청이 ${limit}보다 적거나 전혀 없습니다. 프로세스는 살아 있어도 그 앞에서 막혔을 수 있습니다.`,
        impact: '사용자가 서비스를 열지 못하고 있을 가능성이 큽니다. 실패한 요청조차 여기까지 오지 않습니다.',
        check: `브라우저로 밖에서 열어 보고, 인그레스나 로드 밸런서의 로그와 인증서 만료일, DNS를 봅니다. 그 앞이 정상이면 ${withParticle(podOrContainer.ko, '과/와')} 로그를 봅니다.\n\n${look(facts.window)}`,
        action:
          '방금 바꾼 인그레스나 네트워크 설정이 있으면 되돌립니다. 인증서가 만료됐으면 갱신합니다. 일부러 멈춘 것이라면 그동안 알림을 끕니다.',
      }),
      en: ({ value, limit, window, for: pending, facts }) => ({
        summary: `${subject.en}: requests are down to ${value}`,
        description: `For more than ${pending} requests to ${subject.en} have been down to ${value} on average over ${window} (at least ${limit} are expected), or nobody counts them. Where requests do not arrive, alerts on errors and response times cannot fire. See whether the service opens from outside, then the ingress, DNS and the certificate.`,
        meaning: `Of requests that ${subject.en} always has there are fewer than ${limit}, or none. Its processes may live, and be cut off.`,
        impact: 'People are likely not to get through. Not even failing requests arrive here.',
        check: `Open it from outside in a browser; look at the logs of the ingress or load balancer, at the certificate's end and at DNS. If all before it is well, look at the ${podOrContainer.en}s and their logs.\n\n${look(facts.window)}`,
        action:
          'If the ingress or the network was changed just now, take it back. If a certificate has expired, renew it. If it was stopped on purpose, silence the alert for that time.',
      }),
    },
    proof: ({ limit, window }) => ({
      reading: {
        at: (value) => [grows(requests, {}, value), holds(up, {}, 1)],
        well: limit.value * 10,
        when: (value) => `there are ${value} requests`,
        labels: {},
      },
      fires: [
        {
          when: 'nobody counts requests any more, though what answers them is scraped',
          series: [grows(requests, {}, { was: limit.value * 10, becomes: 'missing' }), holds(up, {}, 1)],
          ...begins(window, during),
          labels: {},
          value: heldAgainst(limit, { value: 0, unit: limit.unit }),
        },
      ],
      quiet: [
        {
          when: 'what answers requests is not scraped any more',
          series: [
            grows(requests, {}, { was: limit.value * 10, becomes: 'missing' }),
            holds(up, {}, { was: 1, becomes: 0 }),
            ...elsewhere(up),
          ],
          ...begins(window, during),
        },
      ],
    }),
  });
};
