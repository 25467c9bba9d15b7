import type { Construct } from 'constructs';
import type { Storage } from '#platform/platform.js';
import { Deployment } from '#imports/deployment.js';
import { PodDisruptionBudget } from '#imports/pod-disruption-budget.js';
import { StatefulSet } from '#imports/stateful-set.js';
import { type Inside, names, podLabels } from './parts.js';
import { type Pod, podTemplate } from './pod.js';

const metadataOf = ({ part }: Pod) => ({ name: names[part], labels: podLabels(part) });

/** A drain of nodes takes one of several at a time; of a single one there is nothing to keep. */
const kept = (scope: Construct, pod: Pod, replicas: number): void => {
  if (replicas < 2) return;
  new PodDisruptionBudget(scope, `${pod.part}-pdb`, {
    metadata: metadataOf(pod),
    spec: { maxUnavailable: 1, selector: { matchLabels: podLabels(pod.part) } },
  });
};

/** Pods of which one is as good as another. */
export const deployed = (scope: Construct, inside: Inside, pod: Pod, replicas: number): void => {
  new Deployment(scope, `${pod.part}-deployment`, {
    metadata: metadataOf(pod),
    spec: {
      replicas,
      selector: { matchLabels: podLabels(pod.part) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: podTemplate(inside, pod),
    },
  });
  kept(scope, pod, replicas);
};

/** Pods that each keep a volume, which outlives them. */
export const stored = (
  scope: Construct,
  inside: Inside,
  pod: Pod,
  { replicas, storage: { size, storageClass } }: { readonly replicas: number; readonly storage: Storage },
): void => {
  new StatefulSet(scope, `${pod.part}-stateful-set`, {
    metadata: metadataOf(pod),
    spec: {
      replicas,
      serviceName: names[pod.part],
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: podLabels(pod.part) },
      template: podTemplate(inside, pod),
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            // A server would say it, and the list is compared whole.
            volumeMode: 'Filesystem',
            resources: { requests: { storage: size } },
            ...(storageClass !== undefined && { storageClassName: storageClass }),
          },
          // It says this too, of claims of which none is made yet.
          status: { phase: 'Pending' },
        },
      ],
    },
  });
  kept(scope, pod, replicas);
};
