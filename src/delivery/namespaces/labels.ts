import type { Cluster } from '#cluster/cluster.js';
import { podSecurityOf } from '#cluster/namespace.js';
import type { Rendered } from '#imports/render.js';
import type { Platform } from '#platform/platform.js';
import { selectionOf } from '#platform/selection.js';

/** The API server gives it to each namespace, whatever a manifest says. */
const ownName = 'kubernetes.io/metadata.name';

/** Those by which the platform finds the namespaces of what lies in this one. */
const selectionLabels = (
  platform: Platform,
  objects: readonly Rendered[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    objects
      .flatMap(({ manifest }) => Object.entries(selectionOf(platform, manifest.kind)?.namespaces ?? {}))
      .filter(([label]) => label !== ownName),
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
