/** How ArgoCD reaches a cluster and what it delivers there. */
export interface ArgoCD {
  /** The repository that holds `dist/`. */
  readonly repository: string;
  /** The branch, tag or commit: `main`. */
  readonly revision: string;
  /** Where ArgoCD and its Applications live. */
  readonly namespace: string;
  /** The API server of the cluster, as ArgoCD knows it. */
  readonly server: string;
}
