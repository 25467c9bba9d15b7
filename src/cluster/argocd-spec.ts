/** Who applies what is delivered, as Kubernetes names him: a service account, or a group that others are in. */
export type Deliverer =
  | { readonly kind: 'ServiceAccount'; readonly name: string; readonly namespace: string }
  | { readonly kind: 'Group' | 'User'; readonly name: string };

/** Differences that ArgoCD is to overlook, and to leave as they are when it syncs. Where one is needed, something else writes there. */
export interface Ignored {
  /** The API group: `apps`, or empty for the core. */
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  /** `/spec/replicas`. */
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  /** All that these field managers own: `kube-controller-manager`. */
  readonly managedFieldsManagers?: readonly string[];
  /** Why: who else writes there. It is shown beside the Application. */
  readonly because: string;
}

/** How ArgoCD reaches a cluster and what it delivers there. */
export interface ArgoCD {
  /** The repository that holds `dist/`. */
  readonly repository: string;
  /** The branch, tag or commit: `main`. */
  readonly revision: string;
  /** The folder of the repository in which the clusters' folders lie: `dist`. */
  readonly path: string;
  /** Where ArgoCD and its Applications live. */
  readonly namespace: string;
  /** The API server of the cluster, as ArgoCD knows it: `https://kubernetes.default.svc` where it runs in the cluster itself. */
  readonly server: string;
  /** What the AppProject of applications is called, and what the names of that of the platform, of the root and of all Applications begin with. */
  readonly project: string;
  /**
   * Where this ArgoCD runs, where nothing else tells: the cluster's name, or what else its clusters agree to call it. Clusters that say one
   * name are delivered to by one ArgoCD.
   */
  readonly home?: string;
  /** The Helm repository of kube-prometheus-stack and of its CRDs, or a mirror of it. */
  readonly charts: string;
  /** The version of the chart prometheus-operator-crds, where that of the platform's operator is not known here. */
  readonly crds?: string;
  /** Whom the Roles in the cluster's namespaces are for. */
  readonly deliverer: Deliverer;
  readonly ignores: readonly Ignored[];
}

/** What is said of an ArgoCD; all but the repository has a default. */
export type ArgoCDSpec = Pick<ArgoCD, 'repository'> & Partial<ArgoCD>;

/** The API server of the cluster that ArgoCD itself runs in. */
export const inCluster = 'https://kubernetes.default.svc';
