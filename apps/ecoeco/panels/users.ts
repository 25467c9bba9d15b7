import {
  errorRatio,
  latencyP95,
  orZero,
  percent,
  perSecond,
  query,
  requestRate,
  seconds,
  timeseries,
} from 'cheomseong';
import { apiAlerts } from '../alerts.js';
import { api } from '../series.js';

const window = '$__rate_interval';

/** What people notice: whether they are answered, how fast, and whether they get through at all. */
export const users = [
  timeseries('API Error Rate %', {
    description: {
      ko: 'API마다 5xx로 응답한 요청의 비율입니다. 건강할 때는 1% 아래이고, 5xx가 없으면 0입니다. 요청이 없는 API는 나타나지 않습니다.',
      en: 'The share of requests that each API answered 5xx: under 1% in health, and 0 where there are none. An API without requests is missing.',
    },
    signal: errorRatio(api, window),
    limits: [apiAlerts.highErrorRate],
    expected: { to: percent(1) },
  }),
  timeseries('API Latency P95', {
    description: {
      ko: 'API마다 요청 100건 중 95건이 이 시간 안에 끝났습니다. 건강할 때는 1초 아래입니다. 히스토그램의 두 경계 사이에서는 어림한 값이고, 실선은 알림이 세는 경계입니다.',
      en: '95 of 100 requests to each API took no longer than this: under 1 s in health. Between two edges of the buckets it is an estimate; the solid line is the edge that the alert counts by.',
    },
    signal: latencyP95(api, window),
    limits: [apiAlerts.highLatency],
    expected: { to: seconds(1) },
  }),
  timeseries('API Request Rate', {
    description: {
      ko: 'API마다 초당 처리한 요청 수입니다. 한 API만 갑자기 줄면 그 API까지 요청이 도달하지 못하는 것일 수 있습니다.',
      en: 'Requests answered per second by each API. Where only one drops at once, requests may not arrive at it.',
    },
    signal: requestRate(api, window),
    unit: 'reqps',
  }),
  timeseries('Requests to All APIs', {
    description: {
      ko: '모든 API를 합친 초당 요청 수입니다. 평소에는 10–100 req/s이고, 아무도 도달하지 못하면 오류도 지연도 없이 0이 됩니다.',
      en: 'Requests answered per second by all APIs together: 10 to 100 in health. Where nobody gets through nothing fails and nothing is slow, and it falls to 0.',
    },
    queries: [query(orZero(requestRate({ requests: api.requests }, window)), 'requests')],
    unit: 'reqps',
    limits: [apiAlerts.requestsCeased],
    expected: { from: perSecond(10) },
  }),
] as const;
