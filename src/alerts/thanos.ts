import type { Alert } from './rule/alert.js';
import { override } from './rule/pack.js';
import type { TargetMetrics } from './targets/scrapes.js';
import { targetDown } from './targets/target-down.js';
import type { Subject } from './text/subject.js';
import { thanosAlertsDropped } from './thanos/alerts-dropped.js';
import { thanosCompactorHalted } from './thanos/compactor-halted.js';
import { thanosRulesFailing } from './thanos/rules-failing.js';
import type { CompactorMetrics, RulerMetrics, SenderMetrics, ShipperMetrics } from './thanos/signals.js';
import { thanosUploadsFailing } from './thanos/uploads-failing.js';

/** What Thanos tells of itself, each narrowed to the namespace of the platform; what a ruler tells as Prometheus does, to its job: `narrowed(prometheusMetrics, { namespace, job: 'thanos-ruler' })`. */
export interface ThanosMetrics {
  readonly thanos: CompactorMetrics & ShipperMetrics & SenderMetrics;
  readonly ruler: RulerMetrics;
  readonly scrapes: TargetMetrics;
}

/** The jobs by which the parts of a Thanos are scraped that is delivered with a platform. */
export const thanosJobs = [
  'thanos-sidecar',
  'thanos-query',
  'thanos-store',
  'thanos-compactor',
  'thanos-ruler',
] as const;

// A type rather than an interface, so that it is a pack of any keys too.
export type ThanosAlerts = {
  readonly thanosDown: Alert<'job', 'ratio'>;
  readonly thanosCompactorHalted: Alert<never, 'boolean'>;
  readonly thanosUploadsFailing: Alert<'pod', 'count'>;
  readonly thanosRulesFailing: Alert<'rule_group', 'count'>;
  readonly thanosAlertsDropped: Alert<never, 'count'>;
};

/**
 * Alerts on Thanos itself, for one application of a cluster, in a group `on: 'prometheus'`: what a ruler evaluates cannot tell that the ruler, or
 * Query which it asks, is gone.
 */
export const thanosAlerts = (subject: Subject, { thanos, ruler, scrapes }: ThanosMetrics): ThanosAlerts => {
  const parts = { ...subject, ko: `${subject.ko} Thanos`, en: `${subject.en} Thanos` };
  return {
    thanosDown: override(targetDown(parts, scrapes, { jobs: thanosJobs }), {
      name: 'ThanosDown',
      component: 'alerting',
    }),
    thanosCompactorHalted: thanosCompactorHalted(subject, thanos),
    thanosUploadsFailing: thanosUploadsFailing(subject, thanos),
    thanosRulesFailing: thanosRulesFailing(subject, ruler),
    thanosAlertsDropped: thanosAlertsDropped(subject, thanos),
  };
};
