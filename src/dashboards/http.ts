import { answered } from '#alerts/http/requests.js';
import { type HttpMetrics, errorRatio, latencyP95, requestRate, statusLabel } from '#alerts/http.js';
import type { Localized } from '#ground/language.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import { ratio } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { meanObserved } from '#promql/vector/histogram.js';
import { labelReplace } from '#promql/vector/label-replace.js';
import { increase, rate } from '#promql/vector/select.js';
import { gauge } from './panel/gauge.js';
import { heatmap } from './panel/heatmap.js';
import { piechart } from './panel/piechart.js';
import { timeseries } from './panel/timeseries.js';
import { type SeriesColor, query } from './query.js';
import { type AlertOn, given } from './limits.js';

/** The alerts whose limits are drawn, whatever labels tell them apart, and as far as they were not left out. */
export interface HttpAlerts {
  readonly highErrorRate?: AlertOn<'ratio'>;
  readonly highLatency?: AlertOn<'seconds'>;
}

/** Requests in the shown range by the hundred of their status, such as `4xx`. */
const statusClasses = <S extends string>(http: Pick<HttpMetrics<never, S>, 'requests' | 'status'>) =>
  sum(
    labelReplace(increase(http.requests, '$__range'), {
      to: 'class',
      replacement: '${1}xx',
      from: statusLabel(http),
      pattern: /(.)../,
    }),
    { by: ['class'] },
  );

/** Requests per second that were answered so, by the hundred of their status. */
const ofClass = <S extends string>(
  http: Pick<HttpMetrics<never, S>, 'requests' | 'status'>,
  hundred: 2 | 3 | 4 | 5,
  color: SeriesColor,
) =>
  query(sum(rate(answered<never, S>(http, new RegExp(`${hundred}..`)), '$__rate_interval')), `${hundred}xx`, {
    color,
  });

/** What the line on a panel of latency means. */
const counted: Localized = {
  ko: ' 선은 알림이 세는 경계에 있어, 값이 선을 넘으면 5건 넘게 그보다 오래 걸린 것입니다.',
  en: ' The line stands at the edge that the alert counts by: over it, more than 5 took longer.',
};

/** The dial ends here: half of it is fine, for on one of 100% the limit would stand next to nothing, and a person sees red where all is well. */
const dialEnd = ({ condition: { limit } }: AlertOn<'ratio'>) => ratio(Math.min(1, 2 * limit.value));

/**
 * What users of an HTTP service notice, each with the limits at which somebody is told. The metrics are those that its alerts were made
 * of, with the name of the label that holds the status.
 */
export const httpPanels = <const S extends string = 'status'>(
  http: HttpMetrics<never, S>,
  alerts: HttpAlerts,
  ...further: readonly HttpAlerts[]
) => {
  const errorLimits = given(...[alerts, ...further].map(({ highErrorRate }) => highErrorRate));
  const latencyLimits = given(...[alerts, ...further].map(({ highLatency }) => highLatency));
  const line = latencyLimits.length > 0 ? counted : { ko: '', en: '' };
  return {
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
        ko: '5xx로 응답한 요청의 비율입니다. 5xx가 없으면 0이고, 선이 끊긴 곳은 요청이 없거나 지표를 수집하지 못한 때입니다.',
        en: 'The share of requests that were answered 5xx: 0 where there were none. Where there is no line there were no requests, or nobody could be asked.',
      },
      queries: [query(errorRatio(http, '$__rate_interval'), '5xx', { color: 'red' })],
      limits: errorLimits,
    }),
    responses: timeseries('Responses by Class', {
      description: {
        ko: '초당 응답한 요청 수를 상태 코드의 첫 자리로 나누어 쌓았습니다. 5xx는 서버의 오류로 맨 아래에 있고, 4xx는 클라이언트의 오류입니다.',
        en: 'Requests answered per second by their status, on top of each other: 5xx, errors of the server, at the bottom; 4xx are errors of clients.',
      },
      queries: [
        ofClass(http, 5, 'red'),
        ofClass(http, 4, 'orange'),
        ofClass(http, 3, 'blue'),
        ofClass(http, 2, 'green'),
      ],
      unit: 'reqps',
      decimals: 2,
      stacked: true,
    }),
    errorGauge: gauge('Error Rate', {
      description: {
        ko: '지금 5xx로 응답하는 요청의 비율입니다. 5xx가 없으면 0이고, 요청이 없거나 지표를 수집하지 못하면 No requests입니다.',
        en: 'The share of requests that are answered 5xx now: 0 where none are. Where there are no requests, or nobody can be asked, it says so.',
      },
      signal: errorRatio(http, '$__rate_interval'),
      limits: errorLimits,
      noValue: 'No requests',
      ...(alerts.highErrorRate && { max: dialEnd(alerts.highErrorRate) }),
    }),
    statusCodes: piechart('Status Code Distribution', {
      description: {
        ko: '화면에 표시된 기간의 응답을 상태 코드로 나눈 비율입니다. 4xx는 클라이언트, 5xx는 서버의 오류입니다.',
        en: 'Responses of the shown range by their status: 4xx are errors of clients, 5xx of the server.',
      },
      signal: statusClasses(http),
      // An increase is extrapolated; answers are whole.
      unit: 'locale',
      decimals: 0,
      colors: { '2xx': 'green', '3xx': 'blue', '4xx': 'orange', '5xx': 'red' },
    }),
    latency: timeseries('HTTP Request Latency (P95)', {
      description: {
        ko: `요청 100건 중 95건이 이 시간 안에 끝났습니다. 히스토그램의 두 경계 사이에서는 어림한 값입니다.${line.ko}`,
        en: `95 of 100 requests took no longer than this; between two edges of the buckets it is an estimate.${line.en}`,
      },
      signal: latencyP95(http, '$__rate_interval'),
      legend: 'P95',
      limits: latencyLimits,
    }),
    latencies: heatmap('HTTP Request Latencies', {
      description: {
        ko: '응답 시간의 분포입니다. 진할수록 그 시간이 걸린 요청이 많았습니다.',
        en: 'How long requests took: the darker, the more of them.',
      },
      histogram: http.duration,
    }),
  };
};

/** Sizes of what is sent. */
export type Sizes = Metric<'histogram' | 'summary', LabelValues, 'bytes'>;

/** How large requests and responses are. */
export const sizePanel = ({
  requestSize,
  responseSize,
}: {
  readonly requestSize: Sizes;
  readonly responseSize: Sizes;
}) =>
  timeseries('Request and Response Size', {
    description: {
      ko: '요청과 응답 본문의 평균 크기입니다. 응답이 갑자기 커졌다면 페이지 크기 제한 없이 목록을 돌려주는 요청을 의심합니다.',
      en: 'The mean size of requests and responses. Where responses grow at once, look for a list that is returned without a limit.',
    },
    queries: [
      query(meanObserved(requestSize, '$__rate_interval'), 'request'),
      query(meanObserved(responseSize, '$__rate_interval'), 'response'),
    ],
  });
