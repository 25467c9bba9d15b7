import type { Cluster } from '#cluster/cluster.js';
import { podSecurityOf } from '#cluster/namespace.js';
import type { Rendered } from '#imports/render.js';
import type { Platform } from '#platform/platform.js';

/** By which words of a platform's selection each kind is found. */
const selectedAs: Readonly<Record<string, keyof Platform['selects']>> = {
  AlertmanagerConfig: 'alertmanagerConfigs',
  PodMonitor: 'podMonitors',
  Probe: 'probes',
  PrometheusRule: 'rules',
  ScrapeConfig: 'scrapeConfigs',
  ServiceMonitor: 'serviceMonitors',
};

/** Those by which the platform finds the namespaces of what lies in this one. */
const selectionLabels = (
  { selects }: Platform,
  objects: readonly Rendered[],
): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...objects.map(({ manifest: { kind } }) => {
      const selected = selectedAs[kind];
      return selected === undefined ? {} : selects[selected].namespaces;
    }),
  );

/**
 * What a Namespace is labelled with: by server-side apply these are added to those that it has. Pods that `restricted` would refuse are warned
 * of and audited wherever that is not what is enforced anyway, but among agents.
 * https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export const labelsOf = (
  cluster: Cluster,
  namespace: string,
  objects: readonly Rendered[],
): Readonly<Record<string, string>> => {
  const enforced = podSecurityOf(cluster, namespace);
  const label = (mode: string, profile: string) => ({ [`pod-security.kubernetes.io/${mode}`]: profile });
  return {
    ...selectionLabels(cluster.platform, objects),
    ...(enforced && label('enforce', enforced)),
    ...(enforced !== 'privileged' && { ...label('warn', 'restricted'), ...label('audit', 'restricted') }),
  };
};
