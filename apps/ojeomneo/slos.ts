import { events, latency, not, percent, seconds, slo } from 'cheomseong';
import { subject } from './alerts.js';
import { name, server } from './metrics.js';

const { requests, duration } = server;
const of = { application: name, subject } as const;
const served = { good: { status: '200' }, bad: { status: '500' } };

const failing = events({
  total: requests,
  bad: requests.where({ status: /5../ }),
  failures: { ko: '5xx로 응답한 요청', en: 'requests answered 5xx' },
  example: served,
});
/** A client's mistake is neither: it says nothing of the server. */
const refusing = events({
  total: requests.where({ status: not(/4../) }),
  good: requests.where({ status: /[23]../ }),
  failures: { ko: '2xx나 3xx로 응답하지 못한 요청', en: 'requests not answered 2xx or 3xx' },
  example: served,
});

/** What ojeomneo promises, each over 30 days. */
export const slos = {
  availability: slo('Availability', {
    ...of,
    title: { ko: '서비스 가용성', en: 'Service availability' },
    sli: failing,
    objective: percent(99.9),
  }),
  apiAvailability: slo('ApiAvailability', {
    ...of,
    title: { ko: 'API 가용성', en: 'API availability' },
    sli: refusing,
    objective: percent(99.5),
  }),
  latencyP50: slo('LatencyP50', {
    ...of,
    title: { ko: 'P50 응답 시간', en: 'P50 response time' },
    sli: latency(duration, seconds(0.1)),
    objective: percent(50),
    // Half of all may be slow: the budget burns twice too fast at most, when all are.
    alerts: ['3d'],
  }),
  latencyP95: slo('LatencyP95', {
    ...of,
    title: { ko: 'P95 응답 시간', en: 'P95 response time' },
    sli: latency(duration, seconds(0.5)),
    objective: percent(95),
  }),
  latencyP99: slo('LatencyP99', {
    ...of,
    title: { ko: 'P99 응답 시간', en: 'P99 response time' },
    // Of the edges beside 2 s, 1 s would page for requests that are in time.
    sli: latency(duration, seconds(2), { countedAs: seconds(2.5) }),
    objective: percent(99),
  }),
  errors: slo('ErrorRatio', {
    ...of,
    title: { ko: '오류율', en: 'Error ratio' },
    sli: failing,
    objective: percent(99),
  }),
};
