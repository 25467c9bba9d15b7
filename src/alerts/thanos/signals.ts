import type { Duration } from '#ground/duration.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { floor } from '#promql/vector/arithmetic.js';
import { increase, value } from '#promql/vector/select.js';

/** By which a compactor tells that it has stopped. */
export interface CompactorMetrics {
  readonly compactionHalted: Gauge<never, 'boolean'>;
}

/** By which a sidecar or a ruler tells of blocks that are not in the bucket. */
export interface ShipperMetrics {
  readonly uploadFailures: Counter<'pod', 'count'>;
}

/** By which a ruler tells of rules that it could not evaluate. */
export interface RulerMetrics {
  readonly ruleFailures: Counter<'rule_group', 'count'>;
}

/** By which a ruler tells of alerts that nobody took. */
export interface SenderMetrics {
  readonly alertsDropped: Counter<never, 'count'>;
}

/** 1 while a compactor has stopped. */
export const halted = ({ compactionHalted }: CompactorMetrics) => max(value(compactionHalted));

/** Blocks that a pod could not write into the bucket within the window; what extrapolation adds is none. */
export const failedUploads = ({ uploadFailures }: ShipperMetrics, window: Duration) =>
  floor(sum(increase(uploadFailures, window), { by: ['pod'] }));

/** Evaluations that failed within the window, by the group of the rule. */
export const failedEvaluations = ({ ruleFailures }: RulerMetrics, window: Duration) =>
  floor(sum(increase(ruleFailures, window), { by: ['rule_group'] }));

/** Alerts that no Alertmanager took within the window. */
export const unsentAlerts = ({ alertsDropped }: SenderMetrics, window: Duration) =>
  floor(sum(increase(alertsDropped, window)));
