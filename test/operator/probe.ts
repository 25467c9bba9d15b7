import { isObject } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { at } from '../synth/estate/objects.js';

/**
 * The job that the operator 0.93 generates of a Probe of static targets: whom it asks, and how it calls them.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/prometheus/promcfg.go
 */
export const generatedJob = (probe: Manifest): Readonly<Record<string, unknown>> => {
  const { metadata, spec } = probe;
  if (!isObject(spec)) throw new Error('the Probe has no spec');
  const { jobName, module, interval, scrapeTimeout } = spec;
  const labels = at(probe, 'spec', 'targets', 'staticConfig', 'labels');
  return {
    job_name: `probe/${metadata.namespace}/${metadata.name}`,
    metrics_path: at(probe, 'spec', 'prober', 'path'),
    params: { module: [module] },
    scrape_interval: interval,
    scrape_timeout: scrapeTimeout,
    static_configs: [
      {
        targets: at(probe, 'spec', 'targets', 'staticConfig', 'static'),
        labels: { namespace: metadata.namespace, ...(isObject(labels) ? labels : {}) },
      },
    ],
    relabel_configs: [
      { source_labels: ['job'], target_label: '__tmp_prometheus_job_name' },
      ...(typeof jobName === 'string' ? [{ target_label: 'job', replacement: jobName }] : []),
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: at(probe, 'spec', 'prober', 'url') },
    ],
  };
};
