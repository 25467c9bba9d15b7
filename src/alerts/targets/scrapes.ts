import type { Gauge } from '#promql/metric/metric.js';
import { no } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { max, min } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { avgOverTime, maxOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { orZeroFor } from '#promql/vector/zero-for.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

/** What Prometheus says of every scrape. */
export interface TargetMetrics {
  readonly up: Gauge<'job' | 'instance', 'boolean'>;
}

const ofJobs = ({ up }: TargetMetrics, jobs: NonEmpty<string>) => up.where({ job: jobs });

/**
 * Of each of these jobs the share of scrapes within the window that succeeded, of its worst target; 0 when the job has had no target for as
 * long.
 */
export const scrapesSucceeded = (metrics: TargetMetrics, jobs: NonEmpty<string>, window: Window) =>
  orZeroFor(min(avgOverTime(ofJobs(metrics, jobs), window), { by: ['job'] }), jobs);

/** 1 for each of these jobs while all its targets answer; 0 when one does not, and when the job has no target. */
export const targetsUp = (metrics: TargetMetrics, jobs: NonEmpty<string>) =>
  orZeroFor(min(value(ofJobs(metrics, jobs)), { by: ['job'] }), jobs);

/** The targets of these jobs that do not answer, one by one; those that are gone cannot be told. */
export const downTargets = (metrics: TargetMetrics, jobs: NonEmpty<string>) =>
  compare(min(value(ofJobs(metrics, jobs)), { by: ['job', 'instance'] }), '==', no);

/** 1 for each of these jobs of which a target answered a scrape within the window; nothing of one that had no target. */
export const answeredOnce = (metrics: TargetMetrics, jobs: NonEmpty<string>, window: Window) =>
  max(maxOverTime(ofJobs(metrics, jobs), window), { by: ['job'] });
