import type { Duration } from '../ground/duration.js';
import type { NonEmpty } from './scenario/scenario.js';
import type { Subject } from './text/subject.js';
import type { TargetMetrics } from './targets/signals.js';
import { serviceDown } from './targets/service-down.js';
import { targetDown } from './targets/target-down.js';

export { type TargetMetrics, downTargets, targetsUp } from './targets/signals.js';

export interface Targets {
  /** Names of the jobs that must answer; with a ServiceMonitor the job is called like its Service. */
  readonly jobs: NonEmpty<string>;
  readonly for?: Duration;
}

/** Services that people use, and that do not answer their scrapes. */
export const serviceAlerts = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, for: hold = '2m' }: Targets,
) => ({ serviceDown: serviceDown(subject, metrics, jobs, hold) });

/** Targets that Prometheus cannot scrape, or no longer knows: all alerts on their metrics are blind. */
export const targetAlerts = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, for: hold = '5m' }: Targets,
) => ({ targetDown: targetDown(subject, metrics, jobs, hold) });
