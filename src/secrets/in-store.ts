import type { Cluster } from '#cluster/cluster.js';
import type { SecretPlace } from '#cluster/secret-source.js';
import { type NeededSecret, neededIn } from './needed.js';
import { type NoPlace, placeOf } from './rule.js';

/** A Secret that the External Secrets Operator makes, with where each of its keys is kept. */
export interface StoredSecret extends Pick<NeededSecret, 'name' | 'namespace'> {
  readonly places: readonly { readonly key: string; readonly place: SecretPlace }[];
  /** Whether a registry is logged in to with it: then it has a type of its own. */
  readonly isRegistry: boolean;
}

/** A key of which the rule says no place, with why. */
export interface Unplaced extends Pick<NeededSecret, 'name' | 'namespace'> {
  readonly key: string;
  readonly reason: NoPlace;
}

/** What the rule says of each key of a Secret. */
interface Ruled extends Pick<StoredSecret, 'name' | 'namespace' | 'isRegistry'> {
  readonly said: readonly { readonly key: string; readonly place: SecretPlace | NoPlace }[];
}

const ruled = (cluster: Cluster): readonly Ruled[] => {
  const { secrets: source } = cluster;
  if (source.by !== 'external-secrets') return [];
  return neededIn(cluster)
    .filter(({ declaration }) => declaration?.madeBy === undefined)
    .map(({ namespace, name, keys }) => ({
      ...{ name, namespace },
      said: keys.map(({ key }) => ({ key, place: placeOf(source, { namespace, name, key }) })),
      isRegistry: keys.some(({ made }) => made === 'registry'),
    }));
};

/**
 * Those of a cluster; none where its Secrets come from elsewhere. What somebody else makes is left to them, and one that has a key without a
 * place is left out whole.
 */
export const storedSecrets = (cluster: Cluster): readonly StoredSecret[] =>
  ruled(cluster).flatMap(({ said, ...rest }) => {
    const places = said.flatMap(({ key, place }) => ('why' in place ? [] : [{ key, place }]));
    return places.length < said.length ? [] : [{ ...rest, places }];
  });

/** The keys in a cluster of which its rule says no place. */
export const unplacedKeys = (cluster: Cluster): readonly Unplaced[] =>
  ruled(cluster).flatMap(({ name, namespace, said }) =>
    said.flatMap(({ key, place }) => ('why' in place ? [{ name, namespace, key, reason: place }] : [])),
  );
