import type { Construct } from 'constructs';
import { some } from '#constructs/some.js';
import { alertmanagerOf } from '#cluster/alerting.js';
import { shared } from '#cluster/evaluation.js';
import { PodDisruptionBudget } from '#imports/pod-disruption-budget.js';
import { ThanosRuler } from '#imports/thanos-ruler.js';
import { type ThanosRuler as Spec, thanosImage } from '#platform/engine/thanos.js';
import type { Platform } from '#platform/platform.js';
import { type Inside, featuresOf, names, queryUrl } from './parts.js';

/** By what the operator finds the pods of a ruler. */
const found = (name: string) => ({ 'app.kubernetes.io/name': 'thanos-ruler', 'thanos-ruler': name });

/** What Prometheus makes rules of a namespace read, it does too; not the chart's own, which are about all of them. */
const enforcedAs = ({ namespace, prometheus: { enforcedNamespaceLabel } }: Platform) =>
  enforcedNamespaceLabel === undefined
    ? {}
    : {
        enforcedNamespaceLabel,
        excludedFromEnforcement: [
          { group: 'monitoring.coreos.com' as const, resource: 'prometheusrules' as const, namespace },
        ],
      };

/**
 * What evaluates the rules that are its own, of the same PrometheusRules. What it records it keeps until the bucket has it. Its own labels say which
 * replica of which cluster it is, for the blocks; Query and Alertmanager are told nothing of them.
 */
export const ruler = (scope: Construct, inside: Inside, spec: Spec): void => {
  const { cluster, platform, engine } = inside;
  const { rules } = platform.selects;
  const { matchLabels, matchExpressions } = shared(spec).ruler;
  const name = 'thanos';
  const alertmanagers = alertmanagerOf(cluster);
  const { config } = engine.objectStorage;
  new ThanosRuler(scope, 'ruler', {
    metadata: { name },
    spec: {
      image: thanosImage(engine),
      version: `v${engine.version}`,
      replicas: spec.replicas,
      labels: { thanos_ruler: cluster.name },
      alertDropLabels: ['thanos_ruler'],
      queryEndpoints: [queryUrl(inside)],
      ...some('alertmanagersUrl', alertmanagers === undefined ? [] : [alertmanagers]),
      ...(cluster.addresses.prometheus !== undefined && { alertQueryUrl: cluster.addresses.prometheus }),
      objectStorageConfig: { name: config.name, key: config.key },
      ruleSelector: {
        matchLabels: { ...rules.labels, ...matchLabels },
        ...(matchExpressions && { matchExpressions }),
      },
      ruleNamespaceSelector:
        Object.keys(rules.namespaces).length > 0 ? { matchLabels: { ...rules.namespaces } } : {},
      ...enforcedAs(platform),
      ...some('enableFeatures', featuresOf(inside)),
      evaluationInterval: spec.evaluationInterval,
      retention: spec.retention,
      portName: 'web',
      resources: { requests: { ...spec.resources.requests }, limits: { ...spec.resources.limits } },
      storage: {
        volumeClaimTemplate: {
          spec: {
            resources: { requests: { storage: spec.storage.size } },
            ...(spec.storage.storageClass !== undefined && { storageClassName: spec.storage.storageClass }),
          },
        },
      },
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1001,
        runAsGroup: 1001,
        fsGroup: 1001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 100,
              podAffinityTerm: {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: { matchLabels: found(name) },
              },
            },
          ],
        },
      },
      ...(platform.placement && {
        nodeSelector: { ...platform.placement.nodeSelector },
        ...some('tolerations', platform.placement.tolerations),
      }),
    },
  });
  if (spec.replicas > 1)
    new PodDisruptionBudget(scope, 'ruler-pdb', {
      metadata: { name: names.ruler },
      spec: { maxUnavailable: 1, selector: { matchLabels: found(name) } },
    });
};
