import { isObject } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { metricRelabelConfigs } from './relabelings.js';

/** Prometheus's names of the fields that are as they are. */
const names = {
  staticConfigs: 'static_configs',
  metricsPath: 'metrics_path',
  params: 'params',
  scrapeInterval: 'scrape_interval',
  scrapeTimeout: 'scrape_timeout',
  fallbackScrapeProtocol: 'fallback_scrape_protocol',
  sampleLimit: 'sample_limit',
  labelLimit: 'label_limit',
  honorLabels: 'honor_labels',
} as const;

/**
 * The job that the operator 0.93 generates of a ScrapeConfig, but for how it is let in.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/prometheus/promcfg.go
 */
export const generatedJob = ({ metadata, spec }: Manifest): Readonly<Record<string, unknown>> => {
  if (!isObject(spec)) throw new Error('the ScrapeConfig has no spec');
  const { jobName, scheme, relabelings = [], metricRelabelings = [] } = spec;
  return {
    job_name: `scrapeConfig/${metadata.namespace}/${metadata.name}`,
    ...Object.fromEntries(
      Object.entries(names).flatMap(([field, name]) => (field in spec ? [[name, spec[field]]] : [])),
    ),
    ...(typeof scheme === 'string' && { scheme: scheme.toLowerCase() }),
    relabel_configs: [
      { source_labels: ['job'], target_label: '__tmp_prometheus_job_name' },
      ...(typeof jobName === 'string'
        ? [{ target_label: 'job', action: 'replace', replacement: jobName }]
        : []),
      ...metricRelabelConfigs(relabelings),
    ],
    metric_relabel_configs: metricRelabelConfigs(metricRelabelings),
  };
};
