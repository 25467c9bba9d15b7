import {
  type CertificateMetrics,
  type ProbeMetrics,
  daysLeft,
  phasesTake,
  probesSucceeded,
  probesTake,
  statusCodes,
} from '#alerts/probe/probes.js';
import type { CertificateAlerts, EndpointAlerts } from '#alerts/probe.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Gauge } from '#promql/metric/metric.js';
import { ratio } from '#promql/unit/limit.js';
import { sort } from '#promql/vector/arithmetic.js';
import { table } from './panel/table.js';
import { timeseries } from './panel/timeseries.js';

type Labels = 'instance' | 'service';

/** What is told of endpoints that are asked by HTTP. */
export interface HttpMetrics {
  readonly phases: Gauge<Labels | 'phase', 'seconds'>;
  readonly statusCode: Gauge<Labels, 'count'>;
}

const window = '$__rate_interval';
/** Alerts where there are some. */
const given = <A extends AlertRule>(...alerts: readonly (A | undefined)[]): readonly A[] =>
  alerts.filter((each) => each !== undefined);

/** Whether endpoints answer who asks from outside, and how soon; with the alerts on that which an application has. */
export const endpointPanels = (metrics: ProbeMetrics, alerts: Partial<EndpointAlerts> = {}) => ({
  success: timeseries('Endpoint Availability', {
    description: {
      ko: '밖에서 주소에 보낸 점검 가운데 성공한 비율입니다. 선이 끊긴 동안은 익스포터가 답하지 않아 알 수 없습니다.',
      en: 'The share of probes from outside that succeeded. Where the line ends the exporter did not answer, and nobody knows.',
    },
    signal: probesSucceeded(metrics, window),
    limits: given(alerts.endpointDown),
    max: ratio(1),
  }),
  duration: timeseries('Endpoint Response Time', {
    description: {
      ko: '이름을 찾을 때부터 답을 다 받을 때까지 걸린 시간입니다. 실패한 점검은 실패할 때까지의 시간입니다.',
      en: 'How long a probe took from finding the name to the end of the answer; of one that failed, until it did.',
    },
    signal: probesTake(metrics, window),
    limits: given(alerts.endpointSlow),
  }),
});

/** What takes the time of endpoints that are asked by HTTP, and what they answered. */
export const httpEndpointPanels = ({ phases, statusCode }: HttpMetrics) => ({
  phases: timeseries('Endpoint Response Time by Phase', {
    description: {
      ko: 'HTTP 점검의 단계마다 걸린 시간입니다. resolve는 이름 찾기, connect는 연결, tls는 TLS, processing은 뒤의 서비스, transfer는 답을 받는 시간입니다.',
      en: 'How long each phase of a probe by HTTP took: finding the name (resolve), connecting, TLS, the service behind (processing), and the answer on its way (transfer).',
    },
    signal: phasesTake(phases, window),
    legend: ({ instance, phase }) => `${instance} ${phase}`,
    stacked: true,
  }),
  status: table('Endpoint Status Codes', {
    description: {
      ko: '주소마다 마지막으로 답한 HTTP 상태 코드입니다. 0이면 답을 받지 못한 것입니다.',
      en: 'The status code of the last answer of each address. 0 is no answer.',
    },
    numbers: { Status: statusCodes(statusCode) },
    columns: { instance: 'Endpoint' },
    greatestFirst: 'Status',
  }),
});

/** Until when certificates are good; with the alerts on that which an application has. */
export const certificatePanels = (metrics: CertificateMetrics, alerts: Partial<CertificateAlerts> = {}) => ({
  daysLeft: table('Certificates', {
    description: {
      ko: '주소가 보여 주는 인증서 가운데 가장 먼저 만료되는 것이 며칠 남았는지입니다. 접속이 실패하는 주소는 한 시간 뒤 사라집니다.',
      en: 'How many days the first certificate to expire is good for, of those that an address shows. An address that cannot be connected to vanishes after an hour.',
    },
    // Those that expire first stand first.
    numbers: { 'Days Left': sort(daysLeft(metrics)) },
    columns: { instance: 'Endpoint' },
    alerts: given(alerts.certificateExpiresSoon, alerts.certificateAlmostExpired),
  }),
  expiry: timeseries('Days until Certificates Expire', {
    description: {
      ko: '주소마다 가장 먼저 만료되는 인증서가 며칠 남았는지입니다. 하루에 하나씩 줄다가 갱신되면 뛰어오릅니다. 갱신할 때가 지나도 줄기만 하면 자동 갱신이 실패하고 있는 것입니다.',
      en: 'How many days the first certificate of each address to expire is good for: one less each day, and many more once it is renewed. Where it goes on falling when it should have been renewed, renewal fails.',
    },
    signal: daysLeft(metrics),
    legend: ({ instance }) => instance,
    limits: given(alerts.certificateExpiresSoon, alerts.certificateAlmostExpired),
  }),
});
