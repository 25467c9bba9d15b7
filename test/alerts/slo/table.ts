import { events } from '#alerts/slo/events.js';
import { latency } from '#alerts/slo/latency.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { counter, goBuckets, histogram } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { percent, seconds } from '#promql/unit/limit.js';

const asked = { namespace: 'shop', path: not(['/live', '/ready']) } as const;
export const requests = counter('shop_http_requests_total', {
  help: 'HTTP requests answered',
  labels: ['method', 'path', 'status'],
}).where(asked);
export const duration = histogram('shop_http_request_duration_seconds', {
  help: 'Time to answer an HTTP request',
  labels: ['method', 'path'],
  buckets: goBuckets,
}).where(asked);

const shop = { application: 'shop', subject: called('Shop') };
const example = { good: { status: '200' }, bad: { status: '500' } };

/** The objectives of a web shop: those of ojeomneo, which has every kind. */
export const availability = slo('Availability', {
  ...shop,
  title: { ko: '서비스 가용성', en: 'Service availability' },
  sli: events({
    total: requests,
    bad: requests.where({ status: /5../ }),
    failures: { ko: '5xx로 응답한 요청', en: 'requests answered 5xx' },
    example,
  }),
  objective: percent(99.9),
});

export const apiAvailability = slo('ApiAvailability', {
  ...shop,
  title: { ko: 'API 가용성', en: 'API availability' },
  sli: events({
    total: requests.where({ status: not(/4../) }),
    good: requests.where({ status: /[23]../ }),
    failures: { ko: '2xx나 3xx로 응답하지 못한 요청', en: 'requests not answered 2xx or 3xx' },
    example,
  }),
  objective: percent(99.5),
});

export const p50 = slo('LatencyP50', {
  ...shop,
  title: { ko: 'P50 응답 시간', en: 'P50 response time' },
  sli: latency(duration, seconds(0.1)),
  objective: percent(50),
  alerts: ['3d'],
});

export const p95 = slo('LatencyP95', {
  ...shop,
  title: { ko: 'P95 응답 시간', en: 'P95 response time' },
  sli: latency(duration, seconds(0.5)),
  objective: percent(95),
});

export const p99 = slo('LatencyP99', {
  ...shop,
  title: { ko: 'P99 응답 시간', en: 'P99 response time' },
  sli: latency(duration, seconds(2), { countedAs: seconds(2.5) }),
  objective: percent(99),
});

export const errorRatio = slo('ErrorRatio', {
  ...shop,
  title: { ko: '오류율', en: 'Error ratio' },
  sli: events({
    total: requests,
    bad: requests.where({ status: /5../ }),
    failures: { ko: '5xx로 응답한 요청', en: 'requests answered 5xx' },
    example,
  }),
  objective: percent(99),
});

export const table = [availability, apiAvailability, p50, p95, p99, errorRatio] as const;
