import type { Fact } from './fact.js';

/** What blackbox_exporter told of itself, and of an endpoint that it asked. */
export const probes: readonly Fact[] = [
  {
    program: 'blackbox_exporter 0.23',
    exposition: 'blackbox_exporter_0.23',
    marks: ['blackbox_exporter_config_last_reload_successful'],
    others: 53,
    series: {},
  },
  {
    program: 'a probe by HTTPS',
    exposition: 'blackbox_exporter_0.23_probe_https',
    marks: ['probe_http_duration_seconds', 'probe_ssl_earliest_cert_expiry'],
    others: 7,
    series: { probe_http_duration_seconds: 5 },
  },
  {
    program: 'a probe by HTTP',
    exposition: 'blackbox_exporter_0.23_probe_http',
    marks: ['probe_http_duration_seconds'],
    others: 4,
    series: { probe_http_duration_seconds: 5 },
  },
  {
    program: 'a probe by TCP with TLS',
    exposition: 'blackbox_exporter_0.23_probe_tcp_tls',
    marks: ['probe_success', 'probe_ssl_earliest_cert_expiry'],
    others: 5,
    series: {},
  },
  {
    program: 'a probe of DNS',
    exposition: 'blackbox_exporter_0.23_probe_dns_no-server',
    marks: ['probe_dns_duration_seconds'],
    others: 4,
    series: { probe_dns_duration_seconds: 3 },
  },
];

/** Libraries by which programs tell of themselves: what they bring beside what their catalogues declare. */
export const libraries: readonly Fact[] = [
  {
    program: 'django-prometheus 2.5',
    exposition: 'django-prometheus_2.5',
    marks: ['django_http_responses_total_by_status_view_method_total'],
    others: 128,
    series: {},
  },
  {
    program: 'prometheus-fastapi-instrumentator 7.1',
    exposition: 'fastapi-instrumentator_7.1',
    marks: ['http_request_duration_highr_seconds_count'],
    others: 31,
    series: {},
  },
];

/** What monitoring tells of itself. */
export const monitors: readonly Fact[] = [
  {
    program: 'Prometheus 3.5',
    exposition: 'prometheus_3.5',
    marks: ['prometheus_tsdb_head_series'],
    others: 537,
    series: {
      ...{ prometheus_rule_evaluations_total: 1, prometheus_rule_evaluation_failures_total: 1 },
      ...{ prometheus_rule_group_iterations_missed_total: 1, prometheus_rule_group_last_duration_seconds: 1 },
      ...{ prometheus_notifications_sent_total: 1, prometheus_notifications_errors_total: 1 },
      prometheus_tsdb_head_samples_appended_total: 2,
    },
  },
  {
    program: 'Alertmanager 0.25',
    exposition: 'alertmanager_0.25',
    marks: ['alertmanager_config_last_reload_successful'],
    others: 238,
    series: {
      ...{ alertmanager_alerts_received_total: 4, alertmanager_notifications_total: 10 },
      alertmanager_notifications_failed_total: 10,
    },
  },
];
