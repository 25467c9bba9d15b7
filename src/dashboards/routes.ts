import { answered } from '#alerts/http/requests.js';
import type { Duration } from '#ground/duration.js';
import { keyed } from '#ground/keyed.js';
import type { Counter, Histogram } from '#promql/metric/metric.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { positive } from '#promql/vector/compare.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rate } from '#promql/vector/select.js';
import { share } from '#promql/vector/share.js';
import type { Vector } from '#promql/vector/vector.js';
import { table } from './panel/table.js';
import { timeseries } from './panel/timeseries.js';
import type { DashboardVariable } from './variable.js';

/** What tells the routes of an HTTP service apart, by the labels `L`. */
export interface RouteMetrics<L extends string, S extends string = 'status'> {
  readonly requests: Counter<NoInfer<L | S>, 'count'>;
  readonly duration: Histogram<NoInfer<L>, 'seconds'>;
  /** The label that holds the status code, or its hundred (`5xx`), where it is not called `status`. */
  readonly status?: S;
}

/** How routes are told apart. */
export interface Routes<L extends string> {
  /** The labels that make a route, in the order in which they are read: `['method', 'path']`. */
  readonly by: readonly [L, ...L[]];
  /** How far back the table looks; 5 minutes unless given. */
  readonly window?: Duration;
  /** The variables of the dashboard that a click on a label's value in the table sets. */
  readonly chooses?: { readonly [K in NoInfer<L>]?: DashboardVariable };
}

/** The numbers of each route, with their units. */
interface Shown extends Readonly<Record<string, Unit>> {
  readonly Requests: 'perSecond';
  readonly '5xx': 'ratio';
  readonly P50: 'seconds';
  readonly P95: 'seconds';
  readonly P99: 'seconds';
}

/** As many as a person reads. */
const most = 10;
const over = '$__rate_interval';

const capitalized = (label: string): string => label.slice(0, 1).toUpperCase() + label.slice(1);

/** What is now of each route: one row for whoever looks for the one that fails, or that is slow. */
export const routeTable = <const L extends string, const S extends string = 'status'>(
  http: RouteMetrics<L, S>,
  { by, window = '5m', chooses }: Routes<L>,
) => {
  const asked: Vector<L, 'perSecond'> = positive(sum(rate(http.requests, window), { by }));
  const took = (quantile: number): Vector<L, 'seconds'> =>
    positive(histogramQuantile(quantile, http.duration, window, { by }));
  return table<L, L, Shown>('Endpoints', {
    description: {
      ko: `최근 ${window} 동안 요청을 받은 엔드포인트마다 초당 요청 수, 5xx로 응답한 비율, 응답 시간의 P50·P95·P99입니다. 많이 실패하는 것이 위에 있습니다.`,
      en: `Each endpoint that was asked in the last ${window}: requests per second, the share that was answered 5xx, and P50, P95 and P99 of response times. What fails most stands first.`,
    },
    numbers: {
      Requests: asked,
      '5xx': share(
        sum(rate(answered<L, S>(http, /5../), window), { by }),
        sum(rate(http.requests, window), { by }),
      ),
      P50: took(0.5),
      P95: took(0.95),
      P99: took(0.99),
    },
    units: { Requests: 'reqps' },
    decimals: 2,
    columns: keyed(by, capitalized),
    ...(chooses && { chooses }),
    greatestFirst: '5xx',
    width: 24,
    height: 10,
  });
};

/**
 * Which endpoints of an HTTP service fail, which are slow and which are asked, over time: the ten greatest, and all others together. Where
 * the metrics are narrowed by a variable, `requests.where({ path })`, they are of what is chosen.
 */
export const routePanels = <const L extends string, const S extends string = 'status'>(
  http: RouteMetrics<L, S>,
  { by }: Pick<Routes<L>, 'by'>,
) => ({
  errors: timeseries('Failing Requests by Endpoint', {
    description: {
      ko: '엔드포인트마다 초당 5xx로 응답한 요청 수입니다. 가장 많이 실패한 열 개만 따로 그리고, 나머지는 모두 더합니다.',
      en: 'Requests per second that were answered 5xx, by endpoint: the ten that failed most, and all others together.',
    },
    signal: sum(rate(answered<L, S>(http, /5../), over), { by }),
    unit: 'reqps',
    decimals: 3,
    top: most,
  }),
  latency: timeseries('P95 by Endpoint', {
    description: {
      ko: '엔드포인트마다 요청 100건 중 95건이 끝난 시간입니다. 가장 느렸던 열 개만 따로 그리고, 나머지는 그 가운데 가장 느린 값입니다.',
      en: 'What 95 of 100 requests stay under, by endpoint: the ten that were slowest, and the slowest of all others.',
    },
    signal: histogramQuantile(0.95, http.duration, over, { by }),
    top: most,
  }),
  requests: timeseries('Requests by Endpoint', {
    description: {
      ko: '엔드포인트마다 초당 처리한 요청 수입니다. 가장 많이 불린 열 개만 따로 그리고, 나머지는 모두 더합니다.',
      en: 'Requests answered per second, by endpoint: the ten that were asked most, and all others together.',
    },
    signal: sum(rate(http.requests, over), { by }),
    unit: 'reqps',
    stacked: true,
    top: most,
  }),
});
