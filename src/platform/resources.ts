/** What a pod asks for and is held to, as Kubernetes writes quantities: `200m`, `512Mi`. */
export interface Quantities {
  readonly cpu: string;
  readonly memory: string;
}

export interface PodResources {
  readonly requests: Quantities;
  readonly limits: Partial<Quantities>;
}

/** Where a server's data lies: `{ size: '10Gi', storageClass: 'fast' }`; the cluster's usual class where it names none. */
export interface Storage {
  readonly size: string;
  readonly storageClass?: string;
}
