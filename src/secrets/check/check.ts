import type { Cluster } from '#cluster/cluster.js';
import type { SecretSource } from '#cluster/secret-source.js';
import type { Fault } from '#ground/fault.js';
import { type NeededKey, type NeededSecret, neededIn } from '#secrets/needed.js';
import { sealedFile } from '#secrets/sealed.js';
import { formFaults } from './form.js';
import type { KeptSecret } from './kept.js';

type Told = Pick<Fault, 'code' | 'why' | 'cure'>;

/** How what is missing or wrong comes to be there as it should. */
const cureOf = (
  { namespace, name, declaration }: NeededSecret,
  source: SecretSource,
  page: string,
): string => {
  if (declaration?.madeBy !== undefined) return `see to who makes it: ${declaration.madeBy}`;
  switch (source.by) {
    case 'hand':
      return `make it by its command in ${page}`;
    case 'external-secrets':
      return `see what its operator says: kubectl -n ${namespace} describe externalsecret ${namespace}.${name}`;
    case 'sealed-secrets':
      return `seal it anew, as ${page} says: ${source.folder}/${sealedFile({ namespace, name })}`;
  }
};

const decoded = (value: string): string | undefined =>
  value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
    ? Buffer.from(value, 'base64').toString('utf8')
    : undefined;

/** What is wrong with a value. Nothing of it is told: neither the value, nor a part, nor its length. */
const valueFaults = (
  value: string | undefined,
  { made, forms }: NeededKey,
): readonly Omit<Told, 'cure'>[] => {
  if (value === undefined) return [{ code: 'value-of-no-use', why: 'its value is not written in base64' }];
  if (value.trim() === '') return [{ code: 'value-of-no-use', why: 'its value is empty' }];
  // Files end with a newline, and nobody minds.
  const ends = made === 'typed' && /[\r\n]$/.test(value);
  return [
    ...(ends
      ? [
          {
            code: 'ends-with-newline' as const,
            why: 'its value ends with a newline, which is a part of it: whoever reads it sends that too',
          },
        ]
      : []),
    ...formFaults(ends ? value.replace(/[\r\n]+$/, '') : value, forms).map((why) => ({
      code: 'value-of-no-use' as const,
      why: `its value ${why}`,
    })),
  ];
};

const keyFaults = (kept: KeptSecret, needed: NeededKey): readonly Omit<Told, 'cure'>[] => {
  const value = kept.data.get(needed.key);
  if (value !== undefined) return valueFaults(decoded(value), needed);
  const others = [...kept.data.keys()].sort();
  return [
    {
      code: 'key-missing',
      why: `it has no key '${needed.key}'${others.length === 0 ? '' : `, and has ${others.join(', ')}`}`,
    },
  ];
};

const registryType = 'kubernetes.io/dockerconfigjson';

const typeFaults = (kept: KeptSecret, { keys }: NeededSecret): readonly Omit<Told, 'cure'>[] =>
  keys.some(({ made }) => made === 'registry') && kept.type !== registryType
    ? [
        {
          code: 'value-of-no-use',
          why: `it is of the type ${kept.type}, and images are pulled by ${registryType} alone`,
        },
      ]
    : [];

/**
 * What a cluster lacks of the Secrets that it needs, and which values cannot be what they are for. No value is in any of it.
 *
 * @param page Where the commands stand that make them: `docs/secrets/production.md`.
 */
export const secretFaults = (cluster: Cluster, kept: readonly KeptSecret[], page: string): readonly Fault[] =>
  neededIn(cluster).flatMap((needed) => {
    const { namespace, name, keys, without } = needed;
    const where = `${namespace}/${name}`;
    const cure = cureOf(needed, cluster.secrets, page);
    const found = kept.find((each) => each.namespace === namespace && each.name === name);
    if (found === undefined)
      return [
        {
          where,
          what: '',
          code: 'secret-missing' as const,
          why: `it is not there, and so ${without.join('; ')}`,
          cure,
        },
      ];
    return [
      ...typeFaults(found, needed).map((each) => ({ where, what: '', ...each, cure })),
      ...keys.flatMap((key) =>
        keyFaults(found, key).map((each) => ({ where: `${where} ${key.key}`, what: '', ...each, cure })),
      ),
    ];
  });
