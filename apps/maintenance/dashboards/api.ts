import {
  type About,
  adjusted,
  dashboard,
  divide,
  errorRatio,
  histogramQuantile,
  hostPanels,
  latencyP95,
  meanObserved,
  on,
  query,
  rate,
  requestRate,
  sum,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { api, node } from '../metrics.js';

const window = '$__rate_interval';
const { usage: cpu, memory, disk } = hostPanels(node, alerts);
const usage = [cpu, memory, disk].map((each) => adjusted(each, { width: 8 }));
const mean = meanObserved(api.duration, window);

const byStatus = divide(
  sum(rate(api.requests.where({ status: /[45]../ }), window), { by: ['status'] }),
  sum(rate(api.requests, window)),
  on().groupLeft(),
);

export const apiPerformance = (about: About) =>
  dashboard('API Performance', {
    ...about,
    description: {
      ko: 'API 서버가 요청에 제때 바르게 답하는지, 호스트에 여유가 있는지 보여 줍니다.',
      en: 'Whether the API server answers requests rightly and in time, and whether its host has room.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      timeseries('Response Time', {
        description: {
          ko: '응답 시간의 평균과, 요청 100건 중 95건(p95)과 99건(p99)이 끝난 시간입니다. 평균은 그대로인데 p99만 오르면 일부 요청만 느린 것입니다.',
          en: 'The mean of response times, and what 95 (p95) and 99 (p99) of 100 requests stay under. Where the mean is as before and p99 rises, only some requests are slow.',
        },
        queries: [
          query(mean, 'average'),
          query(latencyP95(api, window), 'p95'),
          query(histogramQuantile(0.99, api.duration, window), 'p99'),
        ],
        limits: [alerts.highLatency],
      }),
      timeseries('Request Count', {
        description: {
          ko: '초당 처리한 요청 수입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
          en: 'Requests answered per second. A sudden drop may mean that requests do not arrive.',
        },
        signal: requestRate(api, window),
        unit: 'reqps',
        legend: 'requests',
        alerts: [alerts.tooManyRequestsInFlight, alerts.serviceDown, alerts.targetDown],
      }),
      timeseries('Error Rate', {
        description: {
          ko: '4xx나 5xx로 응답한 요청이 전체에서 차지하는 비율을 상태 코드마다 보여 줍니다. 4xx는 클라이언트, 5xx는 서버의 오류입니다. 점선은 5xx를 모두 더한 비율로, 알림이 이것으로 판단하며 5xx가 없으면 0입니다. 점선도 없으면 요청이 없거나 지표를 수집하지 못한 때입니다.',
          en: 'The share of all requests that were answered 4xx or 5xx, by status: 4xx are errors of clients, 5xx of the server. The dashed line is all 5xx together, by which the alert goes: 0 where there are none. Without it there are no requests, or nobody could be asked.',
        },
        queries: [
          query(byStatus, ({ status }) => status),
          query(errorRatio(api, window), '5xx', { dashed: true }),
        ],
        stacked: true,
        limits: [alerts.highErrorRate],
      }),
      ...usage,
    ],
  });
