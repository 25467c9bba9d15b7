import { repeated } from '#ground/repeated.js';
import { storedSecrets } from '#secrets/in-store.js';
import type { Law } from './law.js';

/** What a rule leads to for each key of a Secret is a place of its own, else two keys would hold the same. */
export const everyKeyIsKeptApart: Law = ({ cluster }) =>
  cluster === undefined
    ? []
    : storedSecrets(cluster).flatMap(({ namespace, name, places }) =>
        repeated(places, ({ place: { key, property = '' } }) => JSON.stringify([key, property])).map(
          ([first, { key, place }]) => ({
            where: `secrets/${namespace}/${name}`,
            what: [place.key, ...(place.property === undefined ? [] : [place.property])].join(' '),
            code: 'one-place-for-two',
            why: `the keys '${first.key}' and '${key}' of the Secret ${name} of ${namespace} are kept in one place of the store, so both would hold the same`,
            cure: 'let the rule tell the key too: path: ({ name, key }) => ({ key: name, property: key })',
          }),
        ),
      );
