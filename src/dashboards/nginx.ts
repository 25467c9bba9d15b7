import { type NginxMetrics, nginxUp } from '#alerts/nginx/stub-status.js';
import type { Alert } from '#alerts/rule/alert.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import { given } from './limits.js';
import { upOrDown } from './mapping.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

type Connections = Gauge<never, 'count'>;

/** The metrics of nginx-prometheus-exporter that tell how an nginx is used. */
export interface UseMetrics extends NginxMetrics {
  readonly requests: Counter<never, 'count'>;
  readonly connections: Connections;
  readonly connectionsReading: Connections;
  readonly connectionsWriting: Connections;
  readonly connectionsWaiting: Connections;
}

/** Whether an nginx answers, and how much it has to do. Several exporters may tell of the one nginx: hence no sums. */
export const nginxPanels = (
  metrics: UseMetrics,
  { nginxDown }: { readonly nginxDown?: Alert<never, 'boolean'> },
) => ({
  up: stat('nginx', {
    description: {
      ko: '익스포터가 nginx의 stub_status를 읽을 수 있는지입니다. 익스포터가 사라져도 DOWN입니다.',
      en: "Whether the exporter can read nginx's stub_status. Without the exporter it is DOWN too.",
    },
    signal: nginxUp(metrics),
    limits: given(nginxDown),
    values: upOrDown,
  }),
  requestRate: timeseries('nginx Requests', {
    description: {
      ko: 'nginx가 초당 받은 요청 수입니다. 정적 파일과, 익스포터가 stub_status를 읽는 요청도 들어 있습니다.',
      en: 'Requests that nginx takes per second: with static files, and with those of the exporter for stub_status.',
    },
    signal: max(rate(metrics.requests, '$__rate_interval')),
    unit: 'reqps',
    legend: 'requests',
  }),
  connections: timeseries('nginx Connections', {
    description: {
      ko: '클라이언트 연결 수입니다. reading은 요청을 읽는 중, writing은 응답을 쓰거나 뒤의 서비스를 기다리는 중, waiting은 다음 요청을 기다리며 열어 둔 것이고, active는 그 합입니다. writing이 쌓이면 뒤가 느린 것입니다.',
      en: 'Connections of clients: reading a request, writing a response or waiting for the service behind, and waiting, kept open for the next request; active is all of them. Where writing piles up, what is behind is slow.',
    },
    queries: [
      query(max(value(metrics.connections)), 'active', { dashed: true }),
      query(max(value(metrics.connectionsReading)), 'reading'),
      query(max(value(metrics.connectionsWriting)), 'writing'),
      query(max(value(metrics.connectionsWaiting)), 'waiting'),
    ],
  }),
});
