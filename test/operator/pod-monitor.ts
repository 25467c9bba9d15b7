import { isObject } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import type { RelabelConfig } from '../scraped.js';
import { at } from '../synth/estate/objects.js';
import { relabeled, sanitized, textsOf } from './discovered.js';
import { metricRelabelConfigs } from './relabelings.js';

type Labels = Readonly<Record<string, string>>;

/** A port of a pod's container, as a cluster's service discovery tells of it. */
export interface DiscoveredPod {
  readonly pod: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly port: string;
}

const discovered = ({ pod, namespace, labels, port }: DiscoveredPod): Labels => ({
  __meta_kubernetes_namespace: namespace,
  __meta_kubernetes_pod_name: pod,
  __meta_kubernetes_pod_phase: 'Running',
  __meta_kubernetes_pod_node_name: 'node-1',
  __meta_kubernetes_pod_container_name: 'worker',
  __meta_kubernetes_pod_container_port_name: port,
  ...Object.fromEntries(
    Object.entries(labels).flatMap(([label, value]) => [
      [`__meta_kubernetes_pod_label_${sanitized(label)}`, value],
      [`__meta_kubernetes_pod_labelpresent_${sanitized(label)}`, 'true'],
    ]),
  ),
});

/**
 * The relabeling that the operator 0.93 generates of a PodMonitor's first endpoint.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/prometheus/promcfg.go
 */
const relabelConfigs = (monitor: Manifest): readonly RelabelConfig[] => {
  const endpoint = at(monitor, 'spec', 'podMetricsEndpoints', 0);
  const { port, relabelings } = isObject(endpoint) ? endpoint : {};
  const selected = Object.entries(textsOf(at(monitor, 'spec', 'selector', 'matchLabels')));
  const copied: unknown = at(monitor, 'spec', 'podTargetLabels') ?? [];
  const label = (source: string, target_label: string): RelabelConfig => ({
    source_labels: [`__meta_kubernetes_${source}`],
    target_label,
  });
  return [
    { action: 'drop', source_labels: ['__meta_kubernetes_pod_phase'], regex: '(Failed|Succeeded)' },
    ...selected.map(([name, value]) => ({
      action: 'keep',
      source_labels: ['pod_label', 'pod_labelpresent'].map(
        (each) => `__meta_kubernetes_${each}_${sanitized(name)}`,
      ),
      regex: `(${value});true`,
    })),
    { action: 'keep', source_labels: ['__meta_kubernetes_pod_container_port_name'], regex: String(port) },
    label('namespace', 'namespace'),
    label('pod_container_name', 'container'),
    label('pod_name', 'pod'),
    ...(Array.isArray(copied) ? copied : []).map((name) => ({
      ...label(`pod_label_${sanitized(String(name))}`, sanitized(String(name))),
      regex: '(.+)',
    })),
    {
      target_label: 'job',
      replacement: `${monitor.metadata.namespace ?? ''}/${monitor.metadata.name}`,
    },
    { target_label: 'endpoint', replacement: String(port) },
    ...(relabelings === undefined ? [] : metricRelabelConfigs(relabelings)),
  ];
};

/** The labels of the targets that a real promtool makes of pods by a PodMonitor; none of one that it does not select. */
export const podTargetsBy = (
  monitor: Manifest,
  pods: readonly DiscoveredPod[],
): Promise<readonly (Labels | undefined)[]> => relabeled(relabelConfigs(monitor), pods.map(discovered));
