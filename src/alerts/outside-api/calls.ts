import type { Histogram, Metric } from '#promql/metric/metric.js';
import type { Duration } from '#ground/duration.js';
import type { Window } from '#promql/unit/window.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { type Failing, failingShare } from '#alerts/failing/failing.js';
import { type Tail, quantileOver } from '#alerts/tail/tail.js';
import type { Localized } from '#ground/language.js';

/** The metrics by which an application tells how an API of somebody else answers it. */
export interface OutsideApiMetrics {
  /** Requests sent, by how they ended. */
  readonly requests: Metric<'counter', { readonly status: 'success' | 'error' }, 'count'>;
  readonly duration: Histogram<never, 'seconds'>;
}

/** What is counted. */
export const callWord: Localized = { ko: '호출', en: 'calls' };

/** What each alert of the pack is given. */
export interface CallOptions<U extends Unit> {
  readonly limit: Limit<U>;
  readonly leastTraffic: Limit<'perSecond'>;
  readonly window: Duration;
}

/** Requests sent a second. */
export const requestRate = ({ requests }: Pick<OutsideApiMetrics, 'requests'>, window: Window) =>
  sum(rate(requests, window));

/** Requests, of which some fail. */
export const failingCalls = ({ requests }: Pick<OutsideApiMetrics, 'requests'>): Failing<never> => ({
  all: requests,
  failed: requests.where({ status: 'error' }),
});

/** The share of the requests that failed: 0 where none did, nothing where there are none. */
export const failureRatio = (metrics: Pick<OutsideApiMetrics, 'requests'>, window: Window) =>
  failingShare(failingCalls(metrics), window);

/** What tells how long calls take. */
export type Timed = Pick<OutsideApiMetrics, 'duration'>;

/** How long requests take, of which five in a hundred may take longer. */
export const callTimes = ({ duration }: Timed): Tail<never> => ({ duration, quantile: 0.95 });

/** What 95 of 100 requests stay under. */
export const responseTimeP95 = (metrics: Timed, window: Window) => quantileOver(callTimes(metrics), window);
