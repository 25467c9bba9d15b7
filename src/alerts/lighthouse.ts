import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { bundle, images, performanceScore, speedIndex } from './lighthouse/findings.js';
import { pagePoor } from './lighthouse/page-poor.js';
import type { LighthouseMetrics, LighthouseRuns } from './lighthouse/pages.js';
import { lighthouseResultsMissing } from './lighthouse/results-missing.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type LighthouseMetrics, type LighthouseRuns, foundOf, lookedAt } from './lighthouse/pages.js';

export interface LighthouseLimits {
  /** The least score for performance: 0.9 is good, by https://developer.chrome.com/docs/lighthouse/performance/performance-scoring. */
  readonly score: Limit<'ratio'>;
  /** The slowest Speed Index: 3.4 s is fast, by https://developer.chrome.com/docs/lighthouse/performance/speed-index. */
  readonly speedIndex: Limit<'seconds'>;
  /** The most bytes of scripts, and of images, that a page may load. */
  readonly bundle: Limit<'bytes'>;
  readonly images: Limit<'bytes'>;
  /** How long results may be missing; 8 days by default, a day more than from one weekly run to the next. */
  readonly within?: Duration;
  /** The file that CI puts on the machine; `/var/lib/node_exporter/textfile/lighthouse.prom` by default. */
  readonly file?: `/${string}`;
}

export interface LighthouseAlerts {
  readonly lowLighthouseScore: Alert<'page', 'ratio'>;
  readonly slowSpeedIndex: Alert<'page', 'seconds'>;
  readonly largeBundle: Alert<'page', 'bytes'>;
  readonly heavyImages: Alert<'page', 'bytes'>;
  readonly lighthouseResultsMissing: Alert<never, 'count'>;
}

/** Pages that Lighthouse finds slow or large when CI looks at them, and that it does not look any more. */
export const lighthouseAlerts = (
  subject: Subject,
  metrics: LighthouseMetrics & LighthouseRuns,
  limits: LighthouseLimits,
): LighthouseAlerts => ({
  lowLighthouseScore: pagePoor(subject, metrics.performance, {
    limit: limits.score,
    finding: performanceScore,
  }),
  slowSpeedIndex: pagePoor(subject, metrics.speedIndex, { limit: limits.speedIndex, finding: speedIndex }),
  largeBundle: pagePoor(subject, metrics.scripts, { limit: limits.bundle, finding: bundle }),
  heavyImages: pagePoor(subject, metrics.images, { limit: limits.images, finding: images }),
  lighthouseResultsMissing: lighthouseResultsMissing(subject, metrics, {
    ...(limits.within === undefined ? {} : { within: limits.within }),
    ...(limits.file === undefined ? {} : { file: limits.file }),
  }),
});
