import type { Counter, Histogram } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { type Failing, failingShare } from '#alerts/failing/failing.js';

/** What a website tells of sessions that have ended. */
export interface EndedSessions {
  readonly sessionsEnded: Counter<never, 'count'>;
  /** Those among them that saw one page only. */
  readonly bounces: Counter<never, 'count'>;
}

/** How long they lasted. */
export interface SessionTimes {
  readonly sessionDuration: Histogram<never, 'seconds'>;
}

export const leaving = ({ sessionsEnded, bounces }: EndedSessions): Failing<never> => ({
  failed: bounces,
  all: sessionsEnded,
});

/** The share of the sessions that ended after one page. */
export const bounceRate = (metrics: EndedSessions, window: Window) => failingShare(leaving(metrics), window);

/** What half of the sessions last at least. */
export const sessionTime = ({ sessionDuration }: SessionTimes, window: Window) =>
  histogramQuantile(0.5, sessionDuration, window);
