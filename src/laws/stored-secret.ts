import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import { storedSecrets, unplacedKeys } from '#secrets/in-store.js';
import type { Law } from './law.js';

const asks = (keys: number): string => (keys === 1 ? '1 more key' : `${keys} more keys`);

/** A cluster has one rule: what is wrong with it is told once, of the first key for which it fails. */
const unplaced = (cluster: Cluster): readonly Fault[] => {
  const [first, ...more] = unplacedKeys(cluster);
  if (first === undefined) return [];
  const { namespace, name, key, reason } = first;
  const others = more.length === 0 ? '' : ` (and no place for ${asks(more.length)})`;
  return [
    {
      where: `${cluster.name}/secrets`,
      what: '',
      code: reason.code,
      why: `for ${namespace}/${name}/${key} the rule ${reason.why}${others}`,
      cure: 'let it say a place for every key: path: ({ name, key }) => ({ key: name, property: key })',
    },
  ];
};

/** What a rule leads to for each key of a Secret is a place, and one of its own, else two keys would hold the same. */
export const everyKeyIsKeptApart: Law = ({ cluster }) =>
  cluster === undefined
    ? []
    : [
        ...unplaced(cluster),
        ...storedSecrets(cluster).flatMap(({ namespace, name, places }) =>
          repeated(places, ({ place: { key, property = '' } }) => JSON.stringify([key, property])).map(
            ([first, { key, place }]) => ({
              where: `secrets/${namespace}/${name}`,
              what: [place.key, ...(place.property === undefined ? [] : [place.property])].join(' '),
              code: 'one-place-for-two' as const,
              why: `the keys '${first.key}' and '${key}' of the Secret ${name} of ${namespace} are kept in one place of the store, so both would hold the same`,
              cure: 'let the rule tell the key too: path: ({ name, key }) => ({ key: name, property: key })',
            }),
          ),
        ),
      ];
