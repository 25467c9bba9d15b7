import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

/**
 * What Prometheus itself stores about every scrape of a target, https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series.
 * Prometheus 2.11 and newer, every 3.
 */
export const scrapeMetrics = catalog({
  up: gauge('up', {
    help: 'Whether the last scrape succeeded; of an exporter it says nothing about what is behind it',
    unit: 'boolean',
  }),
  scrapeDuration: gauge('scrape_duration_seconds', {
    help: 'How long the last scrape took',
    range: [0, Infinity],
  }),
  samplesScraped: gauge('scrape_samples_scraped', {
    help: 'Samples that the target exposed',
    range: [0, Infinity],
  }),
  samplesStored: gauge('scrape_samples_post_metric_relabeling', {
    help: 'Samples left after metric relabelling',
    range: [0, Infinity],
  }),
  seriesAdded: gauge('scrape_series_added', {
    help: 'Series that were new in the last scrape, by estimate',
    range: [0, Infinity],
  }),
});

/**
 * What a Prometheus server exports about itself. Prometheus 2.42 to 2.55, and 3 to 3.14: there alerts that are dropped have a label
 * `alertmanager` too, and errors count alerts, where 2 counted attempts.
 */
export const prometheusMetrics = catalog({
  configReloaded: gauge('prometheus_config_last_reload_successful', {
    help: 'Whether the last reload of the configuration succeeded',
    unit: 'boolean',
  }),
  ruleEvaluations: counter('prometheus_rule_evaluations_total', {
    help: 'Rule evaluations',
    labels: ['rule_group'],
  }),
  ruleFailures: counter('prometheus_rule_evaluation_failures_total', {
    help: 'Rule evaluations that failed',
    labels: ['rule_group'],
  }),
  ruleGroupsMissed: counter('prometheus_rule_group_iterations_missed_total', {
    help: 'Evaluations of a rule group that were left out because the one before took too long',
    labels: ['rule_group'],
  }),
  ruleGroupDuration: gauge('prometheus_rule_group_last_duration_seconds', {
    help: 'How long the last evaluation of a rule group took',
    labels: ['rule_group'],
    range: [0, Infinity],
  }),
  notificationsSent: counter('prometheus_notifications_sent_total', {
    help: 'Alerts sent to an Alertmanager',
    labels: ['alertmanager'],
  }),
  notificationErrors: counter('prometheus_notifications_errors_total', {
    help: 'Alerts that could not be sent to an Alertmanager',
    labels: ['alertmanager'],
  }),
  notificationsDropped: counter('prometheus_notifications_dropped_total', {
    help: 'Alerts given up because no Alertmanager took them',
  }),
  alertmanagers: gauge('prometheus_notifications_alertmanagers_discovered', {
    help: 'Alertmanagers that are known',
    range: [0, Infinity],
  }),
  series: gauge('prometheus_tsdb_head_series', { help: 'Series in memory', range: [0, Infinity] }),
  samplesAppended: counter('prometheus_tsdb_head_samples_appended_total', {
    help: 'Samples stored',
    labels: ['type'],
  }),
  compactionsFailed: counter('prometheus_tsdb_compactions_failed_total', {
    help: 'Times that samples could not be written down as a block',
  }),
  checkpointsFailed: counter('prometheus_tsdb_checkpoint_creations_failed_total', {
    help: 'Times that the write-ahead log could not be shortened',
  }),
  walWritesFailed: counter('prometheus_tsdb_wal_writes_failed_total', {
    help: 'Writes to the write-ahead log that failed',
  }),
  storedBytes: gauge('prometheus_tsdb_storage_blocks_bytes', {
    help: 'Bytes that blocks take on disk',
    range: [0, Infinity],
  }),
});
