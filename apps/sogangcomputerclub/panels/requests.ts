import {
  errorRatio,
  gaugePanel,
  histogramQuantile,
  increase,
  latencyP95,
  perSecond,
  piechart,
  query,
  requestRate,
  sum,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { fastapi as own } from '../metrics.js';

const window = '$__rate_interval';

/** What came of requests, by colours that a status has by itself. */
const colors = {
  ...{ 200: 'green', 201: 'semi-dark-green', 204: 'dark-green' },
  ...{ 301: 'blue', 302: 'light-blue', 304: 'semi-dark-blue' },
  ...{ 400: 'yellow', 401: 'orange', 403: 'dark-orange', 404: 'light-yellow', 422: 'dark-yellow' },
  ...{ 500: 'red', 502: 'semi-dark-red', 503: 'dark-red', 504: 'light-red' },
} as const;

/** What people notice: whether they are answered rightly, how fast, and what they ask. */
export const requests = [
  timeseries('Error Rate', {
    description: {
      ko: '5xx로 응답한 요청의 비율입니다. 5xx가 없으면 0이고, 선이 끊긴 곳은 요청이 없거나 지표를 수집하지 못한 때입니다.',
      en: 'The share of requests that were answered 5xx: 0 where there were none. Where there is no line there were no requests, or nobody could be asked.',
    },
    queries: [query(errorRatio(own, window), '5xx', { color: 'red' })],
    limits: [alerts.highErrorRate],
    width: 16,
  }),
  piechart('Response Status Codes', {
    description: {
      ko: '화면에 표시된 기간의 응답을 상태 코드로 나눈 비율입니다. 4xx는 클라이언트, 5xx는 서버의 오류입니다.',
      en: 'Responses of the shown range by their status: 4xx are errors of clients, 5xx of the server.',
    },
    signal: sum(increase(own.requests, '$__range'), { by: ['status_code'] }),
    unit: 'locale',
    decimals: 0,
    colors,
  }),
  timeseries('Request Duration', {
    description: {
      ko: '요청 100건 중 95건(p95)과 절반(p50)이 이 시간 안에 끝났습니다. p95만 오르면 일부 엔드포인트가, 둘 다 오르면 전체가 느린 것입니다. 히스토그램의 두 경계 사이에서는 어림한 값이고, 선은 알림이 p95를 세는 경계입니다.',
      en: '95 of 100 requests (p95) and half of them (p50) took no longer than this. Where only p95 rises some endpoints are slow; where both do, all are. Between two edges of the buckets it is an estimate; the line is the edge that the alert counts p95 by.',
    },
    queries: [
      query(latencyP95(own, window), 'p95'),
      query(histogramQuantile(0.5, own.duration, window), 'p50'),
    ],
    limits: [alerts.highLatency],
  }),
  timeseries('Request Rate', {
    description: {
      ko: '메서드마다 초당 처리한 요청 수입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
      en: 'Requests answered per second, by method. A sudden drop may mean that requests do not arrive.',
    },
    signal: requestRate({ ...own, by: ['method'] }, window),
    unit: 'reqps',
  }),
  timeseries('Requests by Endpoint', {
    description: {
      ko: '엔드포인트마다 초당 처리한 요청 수입니다.',
      en: 'Requests answered per second, by endpoint.',
    },
    signal: requestRate({ ...own, by: ['endpoint'] }, window),
    unit: 'reqps',
    width: 18,
    height: 7,
  }),
  gaugePanel('Total Requests per Second', {
    description: {
      ko: '지금 초당 처리하는 전체 요청 수입니다. 눈금의 끝은 초당 100건입니다.',
      en: 'All requests answered per second now. The dial ends at 100 a second.',
    },
    signal: requestRate(own, window),
    unit: 'reqps',
    max: perSecond(100),
    noValue: '–',
    width: 6,
    height: 7,
  }),
] as const;
