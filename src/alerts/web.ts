import type { Duration } from '#ground/duration.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';
import type { WebVitalMetrics } from './web/page-loads.js';
import { slowPageLoads } from './web/slow-page-loads.js';
import { firstContentfulPaint, timeToInteractive } from './web/vital.js';

export { type WebVitalMetrics, pageLoadP75 } from './web/page-loads.js';

export interface WebVitalLimits {
  /** What three of four page loads stay under until something is seen. 1.8 s is good, by https://web.dev/articles/fcp. */
  readonly fcp: Limit<'seconds'>;
  /** What three of four page loads stay under until the page reacts. 3.8 s is good, by Lighthouse. */
  readonly tti: Limit<'seconds'>;
  /** Fewer page loads than this say nothing. By default 30 in 10 minutes. */
  readonly leastLoads?: Limit<'perSecond'>;
  /** How far back both look; 10 minutes by default. */
  readonly window?: Duration;
}

export interface WebVitalAlerts {
  readonly slowFirstContentfulPaint: Alert<never, 'seconds'>;
  readonly slowTimeToInteractive: Alert<never, 'seconds'>;
}

/** Pages that are slow where they matter: in the browsers of those who open them. */
export const webVitalAlerts = (
  subject: Subject,
  metrics: WebVitalMetrics,
  { fcp, tti, leastLoads = perSecond(0.05), window = '10m' }: WebVitalLimits,
): WebVitalAlerts => ({
  slowFirstContentfulPaint: slowPageLoads(subject, metrics.firstContentfulPaint, {
    vital: firstContentfulPaint,
    limit: fcp,
    leastLoads,
    window,
  }),
  slowTimeToInteractive: slowPageLoads(subject, metrics.timeToInteractive, {
    vital: timeToInteractive,
    limit: tti,
    leastLoads,
    window,
  }),
});
