import type { Alert } from './rule/alert.js';
import { override } from './rule/pack.js';
import type { NonEmpty } from './scenario/scenario.js';
import type { TargetMetrics } from './targets/scrapes.js';
import { targetDown } from './targets/target-down.js';
import type { Subject } from './text/subject.js';
import { alertsDropped } from './watchers/alerts-dropped.js';
import {
  alertmanagerConfigurationRejected,
  prometheusConfigurationRejected,
} from './watchers/configuration-rejected.js';
import { notificationsFailing } from './watchers/notifications-failing.js';
import { rulesFailing } from './watchers/rules-failing.js';
import type {
  ConfigurationMetrics,
  NotificationMetrics,
  RuleMetrics,
  SendingMetrics,
  StorageMetrics,
} from './watchers/signals.js';
import { storageFailing } from './watchers/storage-failing.js';

/** What the servers that watch tell of themselves, each narrowed to those that watch this application. */
export interface WatcherMetrics {
  readonly prometheus: SendingMetrics & RuleMetrics & StorageMetrics & ConfigurationMetrics;
  readonly alertmanager: NotificationMetrics & ConfigurationMetrics;
  readonly scrapes: TargetMetrics;
}

export interface Watchers {
  /** The jobs by which they are scraped. */
  readonly jobs: NonEmpty<string>;
}

// A type rather than an interface, so that it is a pack of any keys too.
export type WatcherAlerts = {
  readonly monitoringDown: Alert<'job', 'ratio'>;
  readonly notificationsFailing: Alert<'integration', 'count'>;
  readonly alertsDropped: Alert<never, 'count'>;
  readonly rulesFailing: Alert<'rule_group', 'count'>;
  readonly prometheusConfigurationRejected: Alert<never, 'boolean'>;
  readonly alertmanagerConfigurationRejected: Alert<never, 'boolean'>;
  readonly prometheusStorageFailing: Alert<never, 'count'>;
};

/**
 * Alerts on what watches: a host has them by itself. On Kubernetes they are for one application of a cluster that has no alerts
 * on its platform: kube-prometheus-stack brings its own, AlertmanagerFailedToSendAlerts, PrometheusRuleFailures,
 * PrometheusBadConfig and others, unless `defaultRules.create` is false, and two sets of them would tell everything twice. There the
 * metrics are narrowed to the namespace of the platform, and `platform` of the application names `kubernetes`.
 */
export const watcherAlerts = (
  subject: Subject,
  { prometheus, alertmanager, scrapes }: WatcherMetrics,
  { jobs }: Watchers,
): WatcherAlerts => ({
  monitoringDown: override(targetDown(subject, scrapes, { jobs }), {
    name: 'MonitoringDown',
    component: 'alerting',
  }),
  notificationsFailing: notificationsFailing(subject, alertmanager),
  alertsDropped: alertsDropped(subject, prometheus),
  rulesFailing: rulesFailing(subject, prometheus),
  prometheusConfigurationRejected: prometheusConfigurationRejected(subject, prometheus),
  alertmanagerConfigurationRejected: alertmanagerConfigurationRejected(subject, alertmanager),
  prometheusStorageFailing: storageFailing(subject, prometheus),
});
