import type { Histogram } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { topk } from '#promql/vector/aggregate.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { type Tail, quantileOver } from '#alerts/tail/tail.js';
import type { Localized } from '#ground/language.js';
import { byOwnLabels } from '#alerts/text/own-labels.js';

/** What browsers report of page loads, https://web.dev/articles/vitals. */
export interface WebVitalMetrics {
  /** How long it takes until something is seen. */
  readonly firstContentfulPaint: Histogram<never, 'seconds'>;
  /** How long it takes until the page reacts to its user. */
  readonly timeToInteractive: Histogram<never, 'seconds'>;
}

/** One of them. */
export type Timed = Histogram<never, 'seconds'>;

/** Web vitals are judged by what three of four page loads stay under: slow devices and networks are beyond anybody's control. */
const quantile = 0.75;

/** How long page loads take, of which a quarter may take longer. */
export const loadTimes = (duration: Timed): Tail<never> => ({ duration, quantile });

/** What 75 of 100 page loads stay under. At an edge of the buckets it is exact, else spread evenly between two. */
export const pageLoadP75 = (vital: Timed, window: Window) => quantileOver(loadTimes(vital), window);

/** What is counted. */
export const pageLoadWord: Localized = { ko: '페이지 로드', en: 'page loads' };

/** The pages that are slowest. */
export const slowestPages = (vital: Timed, window: Window) =>
  topk(10, histogramQuantile(quantile, vital, window, byOwnLabels(vital)));
