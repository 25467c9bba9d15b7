import { type Fault, refuse } from '#ground/fault.js';
import { grammarFaults, objectName } from '#ground/grammar.js';
import { aFunction, exactly, oneOf, text } from '#ground/shape.js';

/** What holds the values of Secrets, as the External Secrets Operator knows it: one of the whole cluster, or one in each namespace. */
export interface SecretStore {
  readonly name: string;
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
}

/** Where a value is kept in a store: what the store calls it, and the field of it, where it holds several. */
export interface SecretPlace {
  readonly key: string;
  readonly property?: string;
}

/** Where the Secrets of a cluster come from. Never a value. */
export type SecretSource =
  /** Somebody makes them, by the commands of the generated page. */
  | { readonly by: 'hand' }
  /** The External Secrets Operator makes them of a store; where each stands there follows from a rule in one place. */
  | {
      readonly by: 'external-secrets';
      readonly store: SecretStore;
      readonly path: (secret: {
        readonly namespace: string;
        readonly name: string;
        readonly key: string;
      }) => SecretPlace;
      /** How often it looks there: `1h`. */
      readonly refresh: string;
    }
  /** Sealed ones lie in a folder of the repository, which somebody else writes. */
  | { readonly by: 'sealed-secrets'; readonly folder: string };

type External = Extract<SecretSource, { readonly by: 'external-secrets' }>;

/** What `externalSecrets` is told; it looks every hour unless `refresh` says otherwise. */
export type ExternalSecretsSpec = Omit<External, 'by' | 'refresh'> & Partial<Pick<External, 'refresh'>>;

/** Somebody makes them, by the commands of `docs/secrets/<cluster>.md`. */
export const byHand: SecretSource = Object.freeze({ by: 'hand' });

/** A ClusterSecretStore: all namespaces read of it. */
export const clusterSecretStore = (name: string): SecretStore => ({ name, kind: 'ClusterSecretStore' });
/** A SecretStore of this name, which must be in every namespace that needs a Secret. */
export const secretStore = (name: string): SecretStore => ({ name, kind: 'SecretStore' });

/** As Go writes durations, in which a day is no unit, https://pkg.go.dev/time#ParseDuration. */
const goDuration = /^([1-9]\d*h)?([1-9]\d*m)?([1-9]\d*s)?$/;

const refreshFaults = (refresh: string): readonly Fault[] =>
  refresh !== '' && goDuration.test(refresh)
    ? []
    : [
        {
          where: 'refresh',
          what: refresh,
          code: 'bad-duration',
          why: `'${refresh}' is no length of time that the operator reads`,
          cure: "write hours, minutes and seconds: '1h', '30m'",
        },
      ];

const external = exactly(
  {
    store: exactly({ name: text, kind: oneOf(['SecretStore', 'ClusterSecretStore']) }),
    path: aFunction,
  },
  { refresh: text },
);

/**
 * The External Secrets Operator makes the cluster's Secrets of a store. Where each key is kept there is said by one rule:
 * `externalSecrets({ store: clusterSecretStore('vault'), path: ({ namespace, name, key }) => ({ key: 'kubernetes/' + namespace + '/' + name, property: key }) })`.
 *
 * @throws Refusal on a store whose name Kubernetes would not take, and on a `refresh` that the operator cannot read.
 */
export const externalSecrets = (spec: ExternalSecretsSpec): SecretSource => {
  refuse('externalSecrets', external('', spec));
  const { store: from, path, refresh = '1h' } = spec;
  refuse('externalSecrets', [
    ...grammarFaults('store.name', objectName, [from.name]),
    ...refreshFaults(refresh),
  ]);
  return { by: 'external-secrets', store: from, path, refresh };
};

const isBelow = (folder: string): boolean =>
  folder.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/**
 * Sealed ones lie in a folder of the repository, one file for each: a controller in the cluster opens them. The folder is none of those that
 * are written here. `cheomseong secrets sealed` says what is missing there.
 *
 * @param folder from the estate's own: `sealed/production`.
 * @throws Refusal on a folder that is none below the estate's.
 */
export const sealedSecrets = (folder: string): SecretSource => {
  refuse('sealedSecrets', text('folder', folder));
  refuse(
    'sealedSecrets',
    isBelow(folder)
      ? []
      : [
          {
            where: 'folder',
            what: folder,
            code: 'leads-out-of-its-folder',
            why: `'${folder}' is no folder below that of the estate`,
            cure: "write its path from there: 'sealed/production'",
          },
        ],
  );
  return { by: 'sealed-secrets', folder };
};
