import { kind } from './kind.js';
import type { Defaults, Part } from './part.js';

const sources = ['helm.valueFiles', 'helm.parameters'];
const applicationSpec = (path: string): Part['dropped'] =>
  [
    ...['ignoreDifferences', 'info', 'sources', 'syncPolicy.syncOptions'],
    ...sources.flatMap((field) => [`source.${field}`, `sources[].${field}`]),
    ...['source.directory.recurse', 'syncPolicy.automated.allowEmpty', 'syncPolicy.retry.limit'],
  ].map((field) => `${path}.${field}`);

/**
 * Those that deliver, and into what. The CRDs of ArgoCD fill in nothing, but ArgoCD writes these objects itself and leaves out what is empty, as
 * its types have it: https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/types.go. Namespaces, Roles and their bindings:
 * https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/registry/core/namespace/strategy.go and pkg/apis/rbac/v1/defaults.go there. A
 * Namespace is given the label `kubernetes.io/metadata.name` too, which is added to its others.
 */
export const deliveryDefaults: readonly Defaults[] = [
  kind('AppProject', {
    dropped: [
      ...['sourceRepos', 'sourceNamespaces', 'destinations', 'roles'],
      ...['clusterResourceWhitelist', 'namespaceResourceWhitelist'],
      ...['clusterResourceBlacklist', 'namespaceResourceBlacklist'],
    ].map((field) => `spec.${field}`),
  }),
  kind('Application', { dropped: applicationSpec('spec') }),
  kind('ApplicationSet', {
    dropped: [
      ...['spec.goTemplate', 'spec.goTemplateOptions', 'spec.syncPolicy.preserveResourcesOnDeletion'],
      ...['labels', 'annotations', 'finalizers'].map((field) => `spec.template.metadata.${field}`),
      ...applicationSpec('spec.template.spec'),
    ],
  }),
  kind('Namespace', {
    filled: { spec: { finalizers: ['kubernetes'] }, 'spec.finalizers': ['kubernetes'] },
    dropped: ['status'],
  }),
  kind('Role', {
    dropped: ['rules[].apiGroups', 'rules[].resources', 'rules[].resourceNames', 'rules[].nonResourceURLs'],
  }),
  kind('RoleBinding', {
    filled: { 'roleRef.apiGroup': 'rbac.authorization.k8s.io' },
    dropped: ['subjects', 'subjects[].apiGroup', 'subjects[].namespace'],
  }),
];
