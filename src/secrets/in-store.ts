import type { Cluster } from '#cluster/cluster.js';
import type { SecretPlace } from '#cluster/secret-source.js';
import { type NeededSecret, neededIn } from './needed.js';

/** A Secret that the External Secrets Operator makes, with where each of its keys is kept. */
export interface StoredSecret extends Pick<NeededSecret, 'name' | 'namespace'> {
  readonly places: readonly { readonly key: string; readonly place: SecretPlace }[];
  /** Whether a registry is logged in to with it: then it has a type of its own. */
  readonly isRegistry: boolean;
}

/** Those of a cluster; none where its Secrets come from elsewhere. What somebody else makes is left to them. */
export const storedSecrets = (cluster: Cluster): readonly StoredSecret[] => {
  const { secrets: source } = cluster;
  if (source.by !== 'external-secrets') return [];
  return neededIn(cluster)
    .filter(({ declaration }) => declaration?.madeBy === undefined)
    .map(({ namespace, name, keys }) => ({
      ...{ name, namespace },
      places: keys.map(({ key }) => ({ key, place: source.path({ namespace, name, key }) })),
      isRegistry: keys.some(({ made }) => made === 'registry'),
    }));
};
