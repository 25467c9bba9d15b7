/** What alerts of packs tell that read metrics which are the same in every estate, as `toldBy` has it; a test holds it to the packs. */
export const toldByPacks: Readonly<Record<string, string>> = {
  'low probe_success': 'EndpointDown of endpointAlerts',
  'high probe_duration_seconds': 'EndpointSlow of endpointAlerts',
  'low ((probe_ssl_earliest_cert_expiry - time()) / 86400)': 'CertificateAlmostExpired of certificateAlerts',
  'high (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity)':
    'CollectorQueueFilling of collectorAlerts',
  'high sum(increase(otelcol_receiver_refused_spans_total[]))': 'SpansRefused of collectorAlerts',
  'high lighthouse_images_bytes': 'HeavyImages of lighthouseAlerts',
  'high lighthouse_scripts_bytes': 'LargeBundle of lighthouseAlerts',
  'high lighthouse_speed_index_seconds': 'SlowSpeedIndex of lighthouseAlerts',
  'low lighthouse_performance_score_ratio': 'LowLighthouseScore of lighthouseAlerts',
  'low count(((time() - lighthouse_measured_timestamp_seconds) < 691200))':
    'LighthouseResultsMissing of lighthouseAlerts',
  'low nginx_up': 'NginxDown of nginxDown',
  'high increase(kube_pod_container_status_restarts_total[])': 'PodRestarting of workloadAlerts',
  'high ((container_memory_working_set_bytes / kube_pod_container_resource_limits{resource=memory}) unless (container_memory_rss <= (container_memory_working_set_bytes * 0.5)))':
    'HighMemoryUsage of workloadAlerts',
  'high (sum(rate(container_cpu_usage_seconds_total[])) / kube_pod_container_resource_limits{resource=cpu})':
    'HighCpuUsage of highCpuUsage',
  'low pg_up': 'DatabaseDown of databaseDown',
  'high (sum(pg_stat_activity_count) / (pg_settings_max_connections - (((pg_settings_superuser_reserved_connections + pg_settings_reserved_connections) or pg_settings_superuser_reserved_connections) or (pg_settings_max_connections * 0))))':
    'DatabaseConnectionsExhausted of connectionsExhausted',
  'high sum(pg_stat_activity_count)': 'TooManyConnections of tooManyConnections',
  'low redis_up': 'RedisDown of redisDown',
  'high (redis_memory_used_bytes / redis_memory_max_bytes)': 'RedisMemoryHigh of cacheAlerts',
  'low (rate(redis_keyspace_hits_total[]) / (rate(redis_keyspace_hits_total[]) + rate(redis_keyspace_misses_total[])))':
    'RedisCacheHitLow of cacheAlerts',
  'high (sum(rate(celery_task_failed_total[])) / (sum(rate(celery_task_failed_total[])) + (sum(rate(celery_task_succeeded_total[])) or (sum(rate(celery_task_failed_total[])) * 0))))':
    'CeleryTaskFailing of celeryAlerts',
  'low (sum(rate(celery_task_runtime_bucket{le=~60|60\\.0}[])) / sum(rate(celery_task_runtime_count[])))':
    'CeleryTaskSlow of celeryAlerts',
  'low elasticsearch_cluster_health_status': 'ElasticsearchDown of elasticsearchAlerts',
  '== 1 elasticsearch_cluster_health_status{color=red}': 'ElasticsearchClusterRed of elasticsearchAlerts',
  'low (elasticsearch_filesystem_data_available_bytes / elasticsearch_filesystem_data_size_bytes)':
    'ElasticsearchDiskWatermark of elasticsearchAlerts',
  'low sum(increase(elasticsearch_index_stats_indexing_index_total{index=~(\\.ds-)?logs-.+}[]))':
    'NoLogsArriving of noLogsArriving',
  'high sum(increase(fluentbit_output_dropped_records_total[]))': 'LogsDropped of logsDropped',
  'low sum(increase(fluentbit_output_proc_records_total[]))': 'LogsNotSent of logsNotSent',
  'high (sum(rate(node_cpu_seconds_total{mode!~idle|iowait}[])) / sum(rate(node_cpu_seconds_total[])))':
    'HostCpuHigh of hostCpuHigh',
  'low (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)': 'HostMemoryHigh of hostMemoryHigh',
  'low (node_filesystem_avail_bytes / node_filesystem_size_bytes)': 'HostDiskSpaceLow of hostDiskSpaceLow',
  'high (rate(node_disk_reads_completed_total[]) + rate(node_disk_writes_completed_total[]))':
    'HostDiskBusy of hostDiskBusy',
  'high prometheus_operator_managed_resources{state=rejected}':
    'MonitoringResourcesRejected of resourcesRejected',
  'high sum(increase(alertmanager_notifications_failed_total[]))': 'NotificationsFailing of watcherAlerts',
  'high sum(increase(prometheus_notifications_dropped_total[]))': 'AlertsDropped of watcherAlerts',
  'high sum(increase(prometheus_rule_evaluation_failures_total[]))': 'RulesFailing of watcherAlerts',
  '== 1 thanos_compact_halted': 'ThanosCompactorHalted of thanosAlerts',
  'high sum(increase(thanos_alert_sender_alerts_dropped_total[]))': 'ThanosAlertsDropped of thanosAlerts',
  'high sum(increase(thanos_shipper_upload_failures_total[]))': 'ThanosUploadsFailing of thanosAlerts',
  'low prometheus_config_last_reload_successful': 'PrometheusConfigurationRejected of watcherAlerts',
  'low alertmanager_config_last_reload_successful': 'AlertmanagerConfigurationRejected of watcherAlerts',
  'high ((sum(increase(prometheus_tsdb_compactions_failed_total[])) + sum(increase(prometheus_tsdb_checkpoint_creations_failed_total[]))) + sum(increase(prometheus_tsdb_wal_writes_failed_total[])))':
    'PrometheusStorageFailing of watcherAlerts',
};
