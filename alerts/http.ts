import type { Counter, Histogram } from '../promql/metric/metric.js';
import type { Duration, Window } from '../promql/unit/duration.js';
import { humanize } from '../promql/unit/humanize.js';
import { type Limit, percent, perSecond, ratio, seconds } from '../promql/unit/limit.js';
import { histogramQuantile, sum } from '../promql/vector/aggregate.js';
import { compare } from '../promql/vector/compare.js';
import { promql } from '../promql/vector/joint.js';
import { rate } from '../promql/vector/select.js';
import { aroundLimit } from './quantile.js';
import { alert } from './rule/alert.js';
import { grows, observes } from './rule/behaviour.js';
import { above } from './rule/condition.js';
import type { Subject } from './subject.js';

/** The metrics that an HTTP service must export to be watched by this pack. */
export interface HttpMetrics {
  readonly requests: Counter<'status', 'count'>;
  readonly duration: Histogram<never, 'seconds'>;
}

export interface HttpLimits {
  /** Share of requests answered 5xx. */
  readonly errors: Limit<'ratio'>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Limit<'seconds'>;
  /** Less traffic than this says nothing: one failure of three is a third. By default 15 requests in 5 minutes. */
  readonly leastTraffic?: Limit<'perSecond'>;
}

export const requestRate = ({ requests }: Pick<HttpMetrics, 'requests'>, window: Window) =>
  sum(rate(requests, window));

/** The share of requests answered 5xx. */
export const errorRatio = ({ requests }: Pick<HttpMetrics, 'requests'>, window: Window) =>
  promql.ratio`${sum(rate(requests.where({ status: /5../ }), window))} / ${sum(rate(requests, window))}`;

/** What 95 of 100 requests stay under. */
export const latencyP95 = ({ duration }: Pick<HttpMetrics, 'duration'>, window: Window) =>
  histogramQuantile(0.95, duration, window);

const window: Duration = '5m';

/** Too many errors, too slow: what users of an HTTP service notice. */
export const httpAlerts = (
  subject: Subject,
  http: HttpMetrics,
  { errors, latency, leastTraffic = perSecond(0.05) }: HttpLimits,
) => ({
  highErrorRate: highErrorRate(subject, http, errors, leastTraffic),
  highLatency: highLatency(subject, http, latency, leastTraffic),
});

const enough = (http: HttpMetrics, least: Limit<'perSecond'>) =>
  compare(requestRate(http, window), '>', least);

/** Requests a second in a proof: ten times what the least traffic is, so that one series is over it at any limit. */
const traffic = (least: Limit<'perSecond'>): number => least.value * 200;

const answers = (http: HttpMetrics, perSecond: number, failing: Limit<'ratio'>) => [
  grows(http.requests, { status: '200' }, { was: perSecond, becomes: perSecond * (1 - failing.value) }),
  grows(http.requests, { status: '500' }, { was: 0, becomes: perSecond * failing.value }),
];

const highErrorRate = (
  subject: Subject,
  http: HttpMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
) => {
  const [over, under] = [ratio(limit.value + 0.01), ratio(limit.value - 0.01)];
  return alert('HighErrorRate', {
    when: above(errorRatio(http, window), limit),
    given: enough(http, least),
    for: '5m',
    severity: 'critical',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: 요청의 ${value}가 5xx로 실패하고 있습니다`,
        description: `최근 5분 동안 ${subject.ko} 요청의 ${value}가 5xx로 응답했습니다(기준 ${limit}). 어느 엔드포인트가 실패하는지 대시보드에서 확인하고, 최근 배포와 파드 로그부터 살펴보세요.`,
      },
      en: {
        summary: `${subject.en}: ${value} of requests fail with 5xx`,
        description: `Over the last 5 minutes ${value} of the requests to ${subject.en} were answered 5xx (limit ${limit}). See on the dashboard which endpoints fail, then look at the latest deployment and the pods' logs first.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}가 받은 요청 가운데 5xx로 응답한 비율이 ${humanize(limit)}를 넘었습니다.`,
        impact: '사용자 요청이 실패하고 있습니다. 클라이언트가 재시도하면 부하가 더 커집니다.',
        check:
          '엔드포인트별 5xx 비율을 대시보드에서 보고, 실패가 시작된 시각의 배포와 `kubectl logs`의 예외를 맞춰 봅니다.',
        action: '배포 직후라면 되돌립니다. 데이터베이스나 외부 API가 원인이면 그쪽의 알림을 먼저 처리합니다.',
      },
      en: {
        meaning: `More than ${humanize(limit)} of the requests to ${subject.en} are answered 5xx.`,
        impact: 'Requests of users fail. Clients that retry add to the load.',
        check:
          'See the share of 5xx by endpoint on the dashboard; compare when it began with the latest deployment and the exceptions in `kubectl logs`.',
        action:
          'Right after a deployment, roll back. If a database or an outside API is the cause, work on its alert first.',
      },
    },
    proof: {
      fires: [
        {
          when: `${humanize(over)} of requests fail`,
          series: answers(http, traffic(least), over),
          labels: {},
          value: humanize(over),
        },
      ],
      quiet: [
        { when: `${humanize(under)} of requests fail`, series: answers(http, traffic(least), under) },
        { when: 'all of next to no requests fail', series: answers(http, least.value * 0.9, percent(100)) },
        { when: 'there are no requests', series: answers(http, 0, percent(100)) },
        { when: 'nothing is exported', series: [] },
      ],
    },
  });
};

const highLatency = (
  subject: Subject,
  http: HttpMetrics,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
) => {
  const { over, under } = aroundLimit(0.95, http.duration.info, limit.value);
  const taking = (size: number, perSecond = traffic(least)) => [
    grows(http.requests, { status: '200' }, perSecond),
    ...observes(http.duration, {}, perSecond, { was: Math.min(under.size, 0.1), becomes: size }),
  ];
  return alert('HighLatency', {
    when: above(latencyP95(http, window), limit),
    given: enough(http, least),
    for: '5m',
    severity: 'warning',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: 응답 시간 P95가 ${value}입니다`,
        description: `최근 5분 동안 ${subject.ko} 요청 100건 중 5건이 ${value} 이상 걸렸습니다(기준 ${limit}). 느린 엔드포인트를 대시보드에서 찾고, 데이터베이스와 CPU부터 살펴보세요.`,
      },
      en: {
        summary: `${subject.en}: P95 of response times is ${value}`,
        description: `Over the last 5 minutes 5 of 100 requests to ${subject.en} took ${value} or longer (limit ${limit}). Find the slow endpoints on the dashboard, then look at the database and at CPU first.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko} 요청의 응답 시간 95번째 백분위수가 ${humanize(limit)}를 넘었습니다.`,
        impact: '사용자가 느려졌다고 느끼고, 시간 초과로 실패하는 요청이 생깁니다.',
        check:
          '엔드포인트별 지연 시간을 대시보드에서 보고, 같은 시각의 CPU와 메모리, 데이터베이스 연결 수를 맞춰 봅니다.',
        action: '부하가 늘었으면 레플리카를 늘립니다. 느린 쿼리가 원인이면 멈추거나 인덱스를 추가합니다.',
      },
      en: {
        meaning: `The 95th percentile of the response times of ${subject.en} is over ${humanize(limit)}.`,
        impact: 'Users notice that it is slow, and some requests fail by timing out.',
        check:
          'See latency by endpoint on the dashboard; compare with CPU, memory and database connections at the same time.',
        action: 'If load has grown, add replicas. If slow queries are the cause, stop them or add an index.',
      },
    },
    proof: {
      fires: [
        {
          when: `requests take ${humanize(seconds(over.reads))}`,
          series: taking(over.size),
          labels: {},
          value: humanize(seconds(over.reads)),
        },
      ],
      quiet: [
        { when: `requests take ${humanize(seconds(under.reads))}`, series: taking(under.size) },
        { when: 'next to no requests are slow', series: taking(over.size, least.value * 0.9) },
        { when: 'nothing is exported', series: [] },
      ],
    },
  });
};
