import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Cluster } from '#cluster/cluster.js';
import type { SecretPlace, SecretSource } from '#cluster/secret-source.js';
import { ExternalSecret } from '#imports/external-secret.js';
import { type StoredSecret, storedSecrets } from '#secrets/in-store.js';
import type { Part } from './part.js';

type External = Extract<SecretSource, { readonly by: 'external-secrets' }>;

/**
 * Releases before 2.9 fill in the strategies, in a list that is compared whole, and newer ones do not: they are always written.
 * https://github.com/external-secrets/external-secrets/blob/v2.8.0/config/crds/bases/external-secrets.io_externalsecrets.yaml
 */
const reference = ({ key, property }: SecretPlace) => ({
  key,
  ...(property !== undefined && { property }),
  ...({ conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' } as const),
});

/**
 * What is read of the store becomes the Secret as it is. The Secret goes with its ExternalSecret, and stays where the store loses a value: who
 * was told yesterday is told today.
 */
const specOf = ({ name, places, isRegistry }: StoredSecret, { refresh, store }: External) => ({
  refreshInterval: refresh,
  secretStoreRef: { name: store.name, kind: store.kind },
  target: {
    name,
    ...({ creationPolicy: 'Owner', deletionPolicy: 'Retain' } as const),
    ...(isRegistry && {
      template: {
        type: 'kubernetes.io/dockerconfigjson',
        ...({ engineVersion: 'v2', mergePolicy: 'Replace' } as const),
      },
    }),
  },
  data: places.map(({ key, place }) => ({ secretKey: key, remoteRef: reference(place) })),
});

/** An ExternalSecret for each Secret of a cluster that the operator is to make. */
class Secrets extends Chart {
  constructor(scope: Construct, secrets: readonly StoredSecret[], source: External) {
    super(scope, 'secrets', {
      disableResourceNameHashes: true,
      labels: { 'app.kubernetes.io/managed-by': 'cheomseong' },
    });
    for (const each of secrets) {
      // In two namespaces there may be a Secret of one name, and files are told apart by the names of what is in them.
      const name = `${each.namespace}.${each.name}`;
      new ExternalSecret(this, name, {
        metadata: { name, namespace: each.namespace },
        spec: specOf(each, source),
      });
    }
  }
}

const chart = (app: Construct, cluster: Cluster): Chart | undefined => {
  const { secrets: source } = cluster;
  const stored = storedSecrets(cluster);
  return source.by === 'external-secrets' && stored.length > 0 ? new Secrets(app, stored, source) : undefined;
};

/** The Secrets of a cluster as objects of the External Secrets Operator, where they come from there. */
export const secretsPart: Part = { folder: 'secrets', chart };
