import { ApiObject } from 'cdk8s/lib/api-object.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { DaemonSet, type DaemonSetProps } from 'cdk8s-plus-27/lib/daemon-set.js';
import { DeploymentStrategy, PercentOrAbsolute } from 'cdk8s-plus-27/lib/deployment.js';
import { LabelSelector } from 'cdk8s-plus-27/lib/pod.js';
import type { Workload } from 'cdk8s-plus-27/lib/workload.js';
import type { Construct } from 'constructs';
import type { Placement } from '#ground/placement.js';
import { some } from './some.js';

type Labels = Readonly<Record<string, string>>;

/** What plus-27 has to be told of every workload of ours: it neither talks to the API server nor is found by a hash. */
export const quiet = { select: false, automountServiceAccountToken: false } as const;

/**
 * Finds a workload's pods by these labels, and takes from them what plus-27 leaves: every system call and capability
 * that the runtime would not need, the variables that each Service of the namespace sets, and the label by which plus-27
 * finds pods, a hash of the construct's path, which changes when code moves.
 *
 * @param kept The capabilities that it cannot do without.
 */
export const confine = (workload: Workload, labels: Labels, kept: readonly string[] = []): void => {
  workload.select(LabelSelector.of({ labels }));
  ApiObject.of(workload).addJsonPatch(
    JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
    JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities', {
      ...some('add', kept),
      drop: ['ALL'],
    }),
    JsonPatch.add('/spec/template/spec/enableServiceLinks', false),
    JsonPatch.remove('/spec/template/metadata/labels/cdk8s.io~1metadata.addr'),
    // What says nothing a server drops: see laws/served.ts.
    JsonPatch.remove('/spec/minReadySeconds'),
    ...(workload.hostNetwork ? [] : [JsonPatch.remove('/spec/template/spec/hostNetwork')]),
  );
};

/** The old pod goes when the new one answers: an image that does not start must not look like a database that is down. */
export const newBeforeOld = DeploymentStrategy.rollingUpdate({
  maxSurge: PercentOrAbsolute.absolute(1),
  maxUnavailable: PercentOrAbsolute.absolute(0),
});

/** A pod on every node, on those that others stay away from too. */
export const onEveryNode = (scope: Construct, id: string, props: DaemonSetProps): DaemonSet => {
  const daemonSet = new DaemonSet(scope, id, props);
  ApiObject.of(daemonSet).addJsonPatch(
    JsonPatch.add('/spec/template/spec/tolerations', [{ operator: 'Exists' }]),
  );
  return daemonSet;
};

/** Has its pods run on these nodes; what is on every node already stays where others stay away from. */
export const placedOn = (workload: Workload, placement: Placement | undefined): void => {
  if (placement === undefined) return;
  const { nodeSelector, tolerations } = placement;
  ApiObject.of(workload).addJsonPatch(
    ...(Object.keys(nodeSelector).length > 0
      ? [JsonPatch.add('/spec/template/spec/nodeSelector', nodeSelector)]
      : []),
    ...(tolerations.length > 0 && !(workload instanceof DaemonSet)
      ? [JsonPatch.add('/spec/template/spec/tolerations', tolerations)]
      : []),
  );
};

/** Has the images of its pods pulled with these Secrets; without any, as the namespace's own account does. */
export const pulledBy = (workload: Workload, secrets: readonly string[]): void => {
  if (secrets.length === 0) return;
  ApiObject.of(workload).addJsonPatch(
    JsonPatch.add(
      '/spec/template/spec/imagePullSecrets',
      secrets.map((name) => ({ name })),
    ),
  );
};
