import type { Size } from '#cluster/size.js';
import { inSeconds } from '#ground/duration.js';
import type { Platform } from '#platform/platform.js';
import { type Basis, ownSeries } from './assumed.js';

/** What a part of the platform brings. */
export interface PartCost {
  readonly name: string;
  readonly series: number;
  readonly basis: Basis;
  readonly samplesPerSecond: number;
}

/**
 * Series of kube-state-metrics for each pod, with all else that it tells of a cluster of usual make: 120,000 of 2,000 pods and 400 nodes,
 * https://github.com/kubernetes/kube-state-metrics/issues/897.
 */
export const stateOfPod = 60;
/** Series of cAdvisor for each pod of one container, as far as the chart keeps them. Nobody's measurement: hold it against your own. */
export const containersOfPod = 100;
/** Series of a kubelet itself. Nobody's measurement either. */
export const kubeletOfNode = 2_000;
/** Those of node_exporter 1.11 on a machine of two cores and one disk, as recorded in test/expositions. */
export const machineOfNode = 523;
/** Prometheus 3.5 and Alertmanager 0.25, as recorded there. */
export const ofPrometheus = 553;
export const ofAlertmanager = 265;

/**
 * What a kube-prometheus-stack scrapes for itself, in a cluster of such a size. The API server and the other servers of Kubernetes are not among it:
 * they bring some ten thousand series more, or none where somebody else runs them.
 */
export const platformCost = (platform: Platform, { nodes, pods }: Size): readonly PartCost[] => {
  const { prometheus, alertmanager, kubeStateMetrics, nodeExporter } = platform;
  const every = inSeconds(prometheus.scrapeInterval);
  const part = (name: string, series: number, targets: number, basis: Basis): PartCost => {
    const all = series + targets * ownSeries;
    return { name, series: all, basis, samplesPerSecond: all / every };
  };
  const servers = prometheus.replicas * prometheus.shards;
  return [
    ...(kubeStateMetrics ? [part('kube-state-metrics', pods * stateOfPod, 1, 'measured')] : []),
    part('cAdvisor', pods * containersOfPod, nodes, 'assumed'),
    part('kubelet', nodes * kubeletOfNode, nodes, 'assumed'),
    ...(nodeExporter ? [part('node_exporter', nodes * machineOfNode, nodes, 'measured')] : []),
    part('Prometheus', servers * ofPrometheus, servers, 'measured'),
    ...(alertmanager
      ? [part('Alertmanager', alertmanager.replicas * ofAlertmanager, alertmanager.replicas, 'measured')]
      : []),
  ];
};
