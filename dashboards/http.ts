import { type HttpMetrics, type httpAlerts, errorRatio, latencyP95, requestRate } from '../alerts/http.js';
import { heatmap } from './panel/heatmap.js';
import { timeseries } from './panel/timeseries.js';

type HttpAlerts = ReturnType<typeof httpAlerts>;

/** What users of an HTTP service notice, each with the limit at which somebody is told. */
export const httpPanels = (http: HttpMetrics, alerts: HttpAlerts) => ({
  requestRate: timeseries('HTTP Request Rate', {
    description: {
      ko: '초당 처리한 HTTP 요청 수입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
      en: 'HTTP requests answered per second. A sudden drop may mean that requests do not arrive.',
    },
    signal: requestRate(http, '$__rate_interval'),
    unit: 'reqps',
    legend: 'requests',
  }),
  errorRate: timeseries('HTTP Error Rate', {
    description: {
      ko: '5xx로 응답한 요청의 비율입니다.',
      en: 'The share of requests that were answered 5xx.',
    },
    signal: errorRatio(http, '$__rate_interval'),
    legend: '5xx',
    limits: [alerts.highErrorRate],
  }),
  latency: timeseries('HTTP Request Latency (P95)', {
    description: {
      ko: '요청 100건 중 95건이 이 시간 안에 끝났습니다.',
      en: '95 of 100 requests took no longer than this.',
    },
    signal: latencyP95(http, '$__rate_interval'),
    legend: 'P95',
    limits: [alerts.highLatency],
  }),
  latencies: heatmap('HTTP Request Latencies', {
    description: {
      ko: '응답 시간의 분포입니다. 진할수록 그 시간이 걸린 요청이 많았습니다.',
      en: 'How long requests took: the darker, the more of them.',
    },
    histogram: http.duration,
  }),
});
