import type { Duration } from '#ground/duration.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { min, sum } from '#promql/vector/aggregate.js';
import { add, floor } from '#promql/vector/arithmetic.js';
import { increase, value } from '#promql/vector/select.js';

/** By which Alertmanager tells of notifications that it gave up. */
export interface NotificationMetrics {
  readonly notificationsFailed: Counter<'integration', 'count'>;
}

/** By which Prometheus tells of alerts that no Alertmanager took. */
export interface SendingMetrics {
  readonly notificationsDropped: Counter<never, 'count'>;
}

/** By which Prometheus tells of rules that it could not evaluate. */
export interface RuleMetrics {
  readonly ruleFailures: Counter<'rule_group', 'count'>;
}

/** By which Prometheus tells that it cannot keep what it scrapes. */
export interface StorageMetrics {
  readonly compactionsFailed: Counter<never, 'count'>;
  readonly checkpointsFailed: Counter<never, 'count'>;
  readonly walWritesFailed: Counter<never, 'count'>;
}

/** By which Prometheus or Alertmanager tells whether it took its configuration when it last read it. */
export interface ConfigurationMetrics {
  readonly configReloaded: Gauge<never, 'boolean'>;
}

// What extrapolation adds is no failure.

/** Notifications by each kind of integration that Alertmanager gave up within the window. */
export const failedNotifications = ({ notificationsFailed }: NotificationMetrics, window: Duration) =>
  floor(sum(increase(notificationsFailed, window), { by: ['integration'] }));

/** Alerts that no Alertmanager took within the window. */
export const droppedAlerts = ({ notificationsDropped }: SendingMetrics, window: Duration) =>
  floor(sum(increase(notificationsDropped, window)));

/** Evaluations of a rule that failed within the window, by the group of the rule. */
export const failedEvaluations = ({ ruleFailures }: RuleMetrics, window: Duration) =>
  floor(sum(increase(ruleFailures, window), { by: ['rule_group'] }));

/** Times within the window that Prometheus could not write. */
export const failedWrites = (
  { compactionsFailed, checkpointsFailed, walWritesFailed }: StorageMetrics,
  window: Duration,
) =>
  floor(
    add(
      add(sum(increase(compactionsFailed, window)), sum(increase(checkpointsFailed, window))),
      sum(increase(walWritesFailed, window)),
    ),
  );

/** 1 while the configuration in force is the one that was delivered last; of several servers that of the worst. */
export const configurationTaken = ({ configReloaded }: ConfigurationMetrics) => min(value(configReloaded));
