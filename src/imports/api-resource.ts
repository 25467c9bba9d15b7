/** A kind as the API server has it: in which group, what its objects are called in paths, and whether they lie in a namespace. */
export interface ApiResource {
  /** Empty for the core. */
  readonly group: string;
  readonly kind: string;
  /** `networkpolicies`. */
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** The kinds of objects that lie in no namespace, of those that we or the charts that we deliver write. */
const ofCluster: ReadonlySet<string> = new Set([
  ...['Namespace', 'PersistentVolume', 'StorageClass', 'PriorityClass', 'ClusterSecretStore'],
  ...['ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
]);

/**
 * The plural of a kind, as Kubernetes forms it where it must guess and as all kinds here are called:
 * https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/meta/restmapper.go, `UnsafeGuessKindToResource`.
 */
const pluralOf = (kind: string): string => {
  const name = kind.toLowerCase();
  if (name.endsWith('s')) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
};

/** The kind of an object as the API server has it. */
export const apiResourceOf = ({
  apiVersion,
  kind,
}: {
  readonly apiVersion: string;
  readonly kind: string;
}): ApiResource => ({
  group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '',
  kind,
  plural: pluralOf(kind),
  isNamespaced: !ofCluster.has(kind),
});
