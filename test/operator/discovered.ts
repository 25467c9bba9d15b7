import { isObject } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { runTool } from '#proof/tools/tool.js';
import { withFolder } from '../hosts/folder.js';
import type { RelabelConfig } from '../scraped.js';
import { at } from '../synth/estate/objects.js';
import { metricRelabelConfigs } from './relabelings.js';

type Labels = Readonly<Record<string, string>>;

/** A pod behind a Service, as a cluster's service discovery tells of it. */
export interface Discovered {
  readonly service: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly port: string;
}

export const sanitized = (label: string): string => label.replaceAll(/[^a-zA-Z0-9_]/g, '_');

const discovered = ({ service, namespace, labels, port }: Discovered): Labels => ({
  __meta_kubernetes_namespace: namespace,
  __meta_kubernetes_service_name: service,
  __meta_kubernetes_endpoint_port_name: port,
  __meta_kubernetes_pod_node_name: 'node-1',
  ...Object.fromEntries(
    Object.entries(labels).flatMap(([label, value]) => [
      [`__meta_kubernetes_service_label_${sanitized(label)}`, value],
      [`__meta_kubernetes_service_labelpresent_${sanitized(label)}`, 'true'],
    ]),
  ),
});

export const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)])) : {};

/**
 * The relabeling that the operator 0.93 generates of a ServiceMonitor's first endpoint: what it selects, the labels of a target, and
 * behind them those of the endpoint itself. https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/prometheus/promcfg.go
 */
const relabelConfigs = (monitor: Manifest): readonly RelabelConfig[] => {
  const endpoint = at(monitor, 'spec', 'endpoints', 0);
  const port = isObject(endpoint) ? String(endpoint['port']) : '';
  const own = isObject(endpoint) ? endpoint['relabelings'] : undefined;
  const selected = Object.entries(textsOf(at(monitor, 'spec', 'selector', 'matchLabels')));
  const copied: unknown = at(monitor, 'spec', 'targetLabels') ?? [];
  const label = (source: string, target_label: string): RelabelConfig => ({
    source_labels: [source],
    target_label,
  });
  return [
    ...selected.map(([name, value]) => ({
      action: 'keep',
      source_labels: ['service_label', 'service_labelpresent'].map(
        (each) => `__meta_kubernetes_${each}_${sanitized(name)}`,
      ),
      regex: `(${value});true`,
    })),
    { action: 'keep', source_labels: ['__meta_kubernetes_endpoint_port_name'], regex: port },
    label('__meta_kubernetes_namespace', 'namespace'),
    label('__meta_kubernetes_service_name', 'service'),
    ...(Array.isArray(copied) ? copied : []).map((name) => ({
      source_labels: [`__meta_kubernetes_service_label_${sanitized(String(name))}`],
      target_label: sanitized(String(name)),
      regex: '(.+)',
    })),
    label('__meta_kubernetes_service_name', 'job'),
    { target_label: 'endpoint', replacement: port },
    ...(own === undefined ? [] : metricRelabelConfigs(own)),
  ];
};

/** The labels of the targets that a real promtool makes of pods by a ServiceMonitor; none of one that it does not select. */
export const targetsBy = (
  monitor: Manifest,
  pods: readonly Discovered[],
): Promise<readonly (Labels | undefined)[]> => relabeled(relabelConfigs(monitor), pods.map(discovered));

/** The labels of the targets that a real promtool makes of what service discovery tells; none of one that is dropped. */
export const relabeled = async (
  relabel_configs: readonly RelabelConfig[],
  pods: readonly Labels[],
): Promise<readonly (Labels | undefined)[]> => {
  const configuration = {
    scrape_configs: [
      { job_name: 'serviceMonitor', relabel_configs, file_sd_configs: [{ files: ['pods.json'] }] },
    ],
  };
  const groups = pods.map((labels, i) => ({ targets: [`10.0.0.${i}:80`], labels }));
  const files = { 'prometheus.yml': JSON.stringify(configuration), 'pods.json': JSON.stringify(groups) };
  const { stdout } = await withFolder(files, (cwd) =>
    runTool('promtool', ['check', 'service-discovery', '--timeout=2s', 'prometheus.yml', 'serviceMonitor'], {
      cwd,
    }),
  );
  const answers: unknown = JSON.parse(stdout);
  if (!Array.isArray(answers)) throw new Error(`promtool found no targets: ${stdout}`);
  return pods.map((_, i) => {
    const answer: unknown = answers.find(
      (each) => isObject(each) && textsOf(each['discoveredLabels'])['__address__'] === `10.0.0.${i}:80`,
    );
    const labels = textsOf(isObject(answer) ? answer['labels'] : undefined);
    return Object.keys(labels).length === 0 ? undefined : labels;
  });
};
