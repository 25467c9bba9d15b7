import type { Match } from '#promql/metric/match.js';
import type { Counter, Histogram } from '#promql/metric/metric.js';
import type { Duration } from '#ground/duration.js';
import type { Window } from '#promql/unit/window.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import type { Exported } from '#promql/vector/gained.js';
import { rate } from '#promql/vector/select.js';
import { type Failing, failingShare } from '#alerts/failing/failing.js';
import { type Tail, quantileOver } from '#alerts/tail/tail.js';
import type { Localized } from '#ground/language.js';

/**
 * The metrics that an HTTP service must export to be watched by this pack. What must not count, such as health checks,
 * is left out of both: `requests.where({ path: not(['/health']) })`.
 */
export interface HttpMetrics<L extends string = never, S extends string = 'status'> {
  readonly requests: Counter<NoInfer<L | S>, 'count'>;
  readonly duration: Histogram<NoInfer<L>, 'seconds'>;
  /** Where `duration` does not tell routes apart, what does, if only in few buckets: the runbook asks it which are slow. */
  readonly durationByRoute?: Histogram<NoInfer<L>, 'seconds'>;
  /** What is told apart, with an alert for each: `by: ['service']`. By default all requests are one. */
  readonly by?: readonly L[];
  /** The label that holds the status code, or its hundred (`5xx`), where it is not called `status`. */
  readonly status?: S;
  /**
   * `up` of the targets that export them, and since when they run. Then the first failure of each route is counted too: it is a new
   * series, of which `rate` does not see the first sample.
   */
  readonly exported?: Exported;
}

type Requests<L extends string, S extends string> = Pick<
  HttpMetrics<L, S>,
  'requests' | 'by' | 'status' | 'exported'
>;

/** What is counted. */
export const requestWord: Localized = { ko: '요청', en: 'requests' };

/** What each alert of the pack is given. */
export interface Options<U extends Unit> {
  readonly limit: Limit<U>;
  readonly leastTraffic: Limit<'perSecond'>;
  readonly window: Duration;
}

/** The label that holds the status. To TypeScript nothing tells that `S` is `status` where no other name is given. */
export const statusLabel = <S extends string>({ status = 'status' as S }: { readonly status?: S }): S =>
  status;

/** Requests that were answered so. */
export const answered = <L extends string, S extends string>(http: Requests<L, S>, status: Match) => {
  // To TypeScript a computed key is any string at all.
  const matchers = { [statusLabel(http)]: status } as Parameters<typeof http.requests.where>[0];
  return http.requests.where(matchers);
};

/** Requests a second, whatever came of them. */
export const requestRate = <L extends string = never, S extends string = 'status'>(
  { requests, by = [] }: Requests<L, S>,
  window: Window,
) => sum(rate(requests, window), { by });

/** Requests, of which those fail that are answered 5xx. */
export const failingRequests = <L extends string, S extends string>(http: Requests<L, S>): Failing<L> => ({
  all: http.requests,
  failed: answered(http, /5../),
  ...(http.by && { by: http.by }),
  ...(http.exported && { exported: http.exported }),
});

/** The share of requests answered 5xx: 0 where there are none, nothing where there are no requests. */
export const errorRatio = <L extends string = never, S extends string = 'status'>(
  http: Requests<L, S>,
  window: Window,
) => failingShare(failingRequests(http), window);

type Timed<L extends string> = Pick<HttpMetrics<L, never>, 'duration' | 'by'>;

/** How long requests take, of which five in a hundred may take longer. */
export const responseTimes = <L extends string>({ duration, by }: Timed<L>): Tail<L> => ({
  duration,
  quantile: 0.95,
  ...(by && { by }),
});

/** What 95 of 100 requests stay under. */
export const latencyP95 = <L extends string = never>(http: Timed<L>, window: Window) =>
  quantileOver(responseTimes(http), window);

/** There is a series where there are enough requests for a share of them to mean something. */
export const enough = <L extends string, S extends string>(
  http: Requests<L, S>,
  least: Limit<'perSecond'>,
  window: Duration,
) => compare(requestRate(http, window), '>', least);
