import {
  type About,
  adjusted,
  dashboard,
  divide,
  errorRatio,
  histogramQuantile,
  hostPanels,
  httpPanels,
  labelValues,
  latencyP95,
  meanObserved,
  on,
  percent,
  query,
  rate,
  requestRate,
  requestsInFlight,
  routePanels,
  routeTable,
  row,
  scrapesSucceeded,
  sum,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { api, node, scrapes } from '../metrics.js';

const window = '$__rate_interval';
const { usage: cpu, memory, disk } = hostPanels(node, alerts);
const usage = [cpu, memory, disk].map((each) => adjusted(each, { width: 8 }));
const mean = meanObserved(api.duration, window);

const perStatus = (status: RegExp) => sum(rate(api.requests.where({ status }), window), { by: ['status'] });
const failedByStatus = divide(perStatus(/5../), sum(rate(api.requests, window)), on().groupLeft());

const http = httpPanels(api, alerts);
const perEndpoint = { by: ['method', 'endpoint'] } as const;
/** What a reader looks into; all, at first. */
const endpoint = labelValues('endpoint', api.requests, { title: 'Endpoint', multiple: true });
const routes = routePanels(
  { requests: api.requests.where({ endpoint }), duration: api.duration.where({ endpoint }) },
  perEndpoint,
);

/** How long requests take; the alert goes by p95. */
const responseTime = timeseries('Response Time', {
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
  width: 8,
});

export const apiPerformance = (about: About) =>
  dashboard('API Performance', {
    ...about,
    description: {
      ko: 'API 서버가 요청에 제때 바르게 답하는지, 호스트에 여유가 있는지 보여 줍니다.',
      en: 'Whether the API server answers requests rightly and in time, and whether its host has room.',
    },
    timezone: 'Asia/Seoul',
    variables: [endpoint],
    panels: [
      timeseries('Request Count', {
        description: {
          ko: '초당 처리한 요청 수입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
          en: 'Requests answered per second. A sudden drop may mean that requests do not arrive.',
        },
        signal: requestRate(api, window),
        unit: 'reqps',
        legend: 'requests',
        width: 8,
      }),
      timeseries('Error Rate', {
        description: {
          ko: '5xx로 응답한 요청이 전체에서 차지하는 비율을 상태 코드마다 쌓았습니다. 점선은 이를 모두 더한 비율로, 알림이 이것으로 판단하며 5xx가 없으면 0입니다. 점선도 없으면 요청이 없거나 지표를 수집하지 못한 때입니다. 클라이언트의 오류인 4xx는 곁의 패널에 있습니다.',
          en: 'The share of all requests that were answered 5xx, by status, on top of each other. The dashed line is all of them together, by which the alert goes: 0 where there are none. Without it there are no requests, or nobody could be asked. Errors of clients, 4xx, stand beside it.',
        },
        queries: [
          query(failedByStatus, ({ status }) => status, { color: 'red' }),
          query(errorRatio(api, window), '5xx', { dashed: true, color: 'red' }),
        ],
        stacked: true,
        limits: [alerts.highErrorRate],
        width: 8,
      }),
      responseTime,
      http.responses,
      timeseries('Errors by HTTP Status', {
        description: {
          ko: '초당 4xx나 5xx로 응답한 요청 수를 상태 코드마다 쌓았습니다. 4xx는 클라이언트, 5xx는 서버의 오류입니다. 404만 늘면 없어진 주소를, 401이나 403만 늘면 로그인을 의심합니다.',
          en: 'Requests per second that were answered 4xx or 5xx, by status, on top of each other: 4xx are errors of clients, 5xx of the server. Where only 404 grows look for an address that is gone, where only 401 or 403 does at logins.',
        },
        queries: [
          query(perStatus(/5../), ({ status }) => status, { color: 'red' }),
          query(perStatus(/4../), ({ status }) => status, { color: 'orange' }),
        ],
        unit: 'reqps',
        decimals: 2,
        stacked: true,
      }),
      routeTable(api, { ...perEndpoint, chooses: { endpoint } }),
      row('By Endpoint', [routes.errors, routes.latency, routes.requests]),
      row('Server and Host', [
        timeseries('Requests in Flight', {
          description: {
            ko: '한꺼번에 처리 중인 요청 수의 평균입니다. 초당 요청 수에 응답 시간을 곱한 값입니다.',
            en: 'How many requests were in flight at once, on average: requests per second times how long they take.',
          },
          queries: [query(requestsInFlight(api, window), 'in flight')],
          limits: [alerts.tooManyRequestsInFlight],
          width: 8,
        }),
        timeseries('Scrapes of Services', {
          description: {
            ko: '최근 2분 동안 API 서버와 웹사이트가 답한 수집의 비율입니다. 답하지 않으면 요청도 실패하고 있을 가능성이 큽니다. 타깃이 사라지면 0입니다.',
            en: 'The share of scrapes that the API server and the website answered in the last 2 minutes. Where one does not, its requests are likely to fail as well. 0 where its target is gone.',
          },
          signal: scrapesSucceeded(scrapes, ['api', 'website'], '2m'),
          legend: ({ job }) => job,
          limits: [alerts.serviceDown],
          max: percent(100),
          width: 8,
        }),
        timeseries('Scrapes of Exporters', {
          description: {
            ko: '최근 5분 동안 익스포터마다 답한 수집의 비율입니다. 답하지 않으면 그 지표를 보는 알림도 발생하지 못합니다. 타깃이 사라지면 0입니다.',
            en: 'The share of scrapes that each exporter answered in the last 5 minutes. Where it does not, alerts on its metrics cannot fire either. 0 where its target is gone.',
          },
          signal: scrapesSucceeded(scrapes, ['postgres', 'node', 'elasticsearch'], '5m'),
          legend: ({ job }) => job,
          limits: [alerts.targetDown],
          max: percent(100),
          width: 8,
        }),
        ...usage,
      ]),
    ],
  });
