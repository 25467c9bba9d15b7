import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import { type StoredSecret, type Unplaced, storedSecrets, unplacedKeys } from '#secrets/in-store.js';
import { neededIn } from '#secrets/needed.js';
import { byKey } from '#ground/by-key.js';
import { across } from './apart.js';
import type { Law } from './law.js';

const asks = (keys: number): string => (keys === 1 ? '1 more key' : `${keys} more keys`);

/** What the rule of a cluster says of the keys that one application needs, or that its platform does. */
interface Ruled {
  readonly cluster: string;
  readonly stored: readonly Pick<StoredSecret, 'namespace' | 'name' | 'places'>[];
  readonly unplaced: readonly Unplaced[];
  /** Secrets that somebody else makes. */
  readonly left: readonly string[];
}

const identity = ({ namespace, name }: Pick<StoredSecret, 'namespace' | 'name'>): string =>
  `${namespace}/${name}`;

/** A cluster as if nothing needed a Secret in it but its applications. */
const ofApplications = (cluster: Cluster): Cluster => ({ ...cluster, deliversPlatform: false, tells: [] });

const ruled = (cluster: Cluster): Ruled | undefined => {
  // A Secret that has a key without a place is left out whole: its other keys are looked at all the same.
  const stored = storedSecrets(cluster).map(({ namespace, name, places }) => ({ namespace, name, places }));
  const unplaced = unplacedKeys(cluster);
  if (stored.length + unplaced.length === 0) return undefined;
  const left = neededIn(cluster)
    .filter(({ declaration }) => declaration?.madeBy !== undefined)
    .map(identity);
  return { cluster: cluster.name, stored, unplaced, left };
};

/** A cluster has one rule: what is wrong with it is told once, of the first key for which it fails. */
const unplacedFaults = (cluster: string, [first, ...more]: readonly Unplaced[]): readonly Fault[] => {
  if (first === undefined) return [];
  const { namespace, name, key, reason } = first;
  const others = more.length === 0 ? '' : ` (and no place for ${asks(more.length)})`;
  return [
    {
      where: `${cluster}/secrets`,
      what: '',
      code: reason.code,
      why: `for ${namespace}/${name}/${key} the rule ${reason.why}${others}`,
      cure: 'let it say a place for every key: path: ({ name, key }) => ({ key: name, property: key })',
    },
  ];
};

/** Two keys of a Secret that are kept in one place. */
const togetherFaults = (all: Ruled['stored']): readonly Fault[] =>
  [...byKey(all, identity).values()].flatMap((same) => {
    const [{ namespace, name } = { namespace: '', name: '' }] = same;
    const places = new Map(same.flatMap((each) => each.places.map((at) => [at.key, at] as const)));
    return repeated([...places.values()], ({ place: { key, property = '' } }) =>
      JSON.stringify([key, property]),
    ).map(([first, { key, place }]) => ({
      where: `secrets/${namespace}/${name}`,
      what: [place.key, ...(place.property === undefined ? [] : [place.property])].join(' '),
      code: 'one-place-for-two' as const,
      why: `the keys '${first.key}' and '${key}' of the Secret ${name} of ${namespace} are kept in one place of the store, so both would hold the same`,
      cure: 'let the rule tell the key too: path: ({ name, key }) => ({ key: name, property: key })',
    }));
  });

/** Of several applications that need one key of a Secret, the first. */
const once = (all: readonly Unplaced[]): readonly Unplaced[] =>
  [...byKey(all, (each) => `${identity(each)}/${each.key}`).values()].flatMap((same) => same.slice(0, 1));

/** What a rule leads to for each key of a Secret is a place, and one of its own, else two keys would hold the same. */
export const everyKeyIsKeptApart: Law = across({
  summary: ({ applications, cluster }) =>
    cluster && ruled(applications.length === 0 ? cluster : ofApplications(cluster)),
  judge: (all) => {
    const [{ cluster } = { cluster: '' }] = all;
    const left = new Set(all.flatMap((each) => each.left));
    const unplaced = once(all.flatMap((each) => each.unplaced)).filter((each) => !left.has(identity(each)));
    const without = new Set(unplaced.map(identity));
    const stored = all
      .flatMap((each) => each.stored)
      .filter((each) => !left.has(identity(each)) && !without.has(identity(each)));
    return [...unplacedFaults(cluster, unplaced), ...togetherFaults(stored)];
  },
});
