import {
  type About,
  adjusted,
  dashboard,
  histogramQuantile,
  httpPanels,
  labelValues,
  positive,
  rate,
  routePanels,
  routeTable,
  row,
  sizePanel,
  sum,
  table,
  topk,
} from 'cheomseong';
import { alerts, surging } from '../alerts.js';
import { server } from '../metrics.js';

const http = httpPanels(server, alerts, surging);
const perEndpoint = { by: ['method', 'path'] } as const;
const columns = { method: 'Method', path: 'Path' };

/** What a reader looks into; all, at first. */
const path = labelValues('path', server.requests, { title: 'Path', multiple: true });
const pod = labelValues('pod', server.requests, { title: 'Pod', multiple: true });
const chosen = {
  requests: server.requests.where({ path, pod }),
  duration: server.duration.where({ path, pod }),
};
const routes = routePanels(chosen, perEndpoint);

export const apiPerformance = (about: About) =>
  dashboard('API Performance', {
    ...about,
    description: {
      ko: '어느 엔드포인트가 많이 불리고, 느리고, 실패하는지 보여 줍니다. 헬스 체크는 빠져 있습니다.',
      en: 'Which endpoints are asked most, which are slow and which fail. Health checks are left out.',
    },
    timezone: 'Asia/Seoul',
    variables: [path, pod],
    panels: [
      adjusted(http.requestRate, { width: 8 }),
      adjusted(http.errorRate, { width: 8 }),
      adjusted(http.latency, { width: 8 }),
      routeTable(server, { ...perEndpoint, chooses: { path } }),
      row('By Endpoint', [routes.errors, routes.latency, routes.requests]),
      row('All Endpoints', [
        table('Top 10 Endpoints by Throughput', {
          description: {
            ko: '화면에 표시된 기간에 요청이 가장 많은 엔드포인트 열 개와 초당 평균 요청 수입니다.',
            en: 'The ten endpoints that were asked most in the shown range, with requests per second on average.',
          },
          numbers: { Requests: topk(10, positive(sum(rate(server.requests, '$__range'), perEndpoint))) },
          units: { Requests: 'reqps' },
          columns,
          greatestFirst: 'Requests',
        }),
        table('Top 10 Endpoints by Latency', {
          description: {
            ko: '화면에 표시된 기간에 응답 시간 P95가 가장 긴 엔드포인트 열 개입니다.',
            en: 'The ten endpoints with the longest P95 of response times in the shown range.',
          },
          numbers: {
            P95: topk(10, positive(histogramQuantile(0.95, server.duration, '$__range', perEndpoint))),
          },
          columns,
          greatestFirst: 'P95',
        }),
        adjusted(http.latencies, { title: 'Response Time Distribution' }),
        adjusted(http.statusCodes, { width: 12 }),
        sizePanel(server),
      ]),
    ],
  });
