import { App } from 'cdk8s/lib/app.js';
import { describe, expect, test } from '@jest/globals';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { redisExporter } from '#application/exporter/redis.js';
import type { Application } from '#application/application.js';
import { type Cluster, cluster } from '#cluster/cluster.js';
import {
  type SecretSource,
  byHand,
  clusterSecretStore,
  externalSecrets,
  sealedSecrets,
  secretStore,
} from '#cluster/secret-source.js';
import type { Made } from '#delivery/part.js';
import { secretsPart } from '#delivery/secrets.js';
import { declaredSecret } from '#ground/declared-secret.js';
import { type Fault, oneFaultText, thrownBy } from '#ground/fault.js';
import { secret } from '#ground/secret.js';
import type { Manifest } from '#imports/manifest.js';
import { render } from '#imports/render.js';
import { nothingIsLeftToTheServer } from '#laws/served.js';
import { everyKeyIsKeptApart } from '#laws/stored-secret.js';
import { secretsPages } from '#secrets/page.js';
import { appliedAgain, served } from '../cluster/served.js';
import { faultsOf } from '../synth/estate/places.js';
import { shop } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';

const ofDatabase = declaredSecret('db', {
  namespace: 'shop-prod',
  keys: { user: 'a role', password: 'its password' },
  madeBy: 'the chart of the database',
});
const till = shop({
  exporters: [
    postgresExporter('postgres', {
      ...{ namespace: 'shop-prod', database: 'db:5432/shop', sslMode: 'disable' },
      ...{ user: ofDatabase.key('user'), password: ofDatabase.key('password') },
      imagePullSecrets: ['mirror'],
    }),
    redisExporter('cache', {
      ...{ namespace: 'shop-data', address: 'cache:6379' },
      password: secret('shop-slack', 'password'),
    }),
  ],
});
const path = ({ namespace, name, key }: { namespace: string; name: string; key: string }) => ({
  key: `kubernetes/${namespace}/${name}`,
  property: key,
});
const vault = externalSecrets({ store: clusterSecretStore('vault'), path });
const production = (secrets: SecretSource, applications: readonly Application[] = [till]) =>
  cluster('production', { applications, secrets });

const nothing: Made = { clusters: [], objects: () => [] };
const rendered = (secrets: SecretSource) => {
  const chart = secretsPart.chart?.(new App(), production(secrets), nothing);
  if (chart === undefined) throw new Error('there is no chart');
  return render(chart);
};
const manifests = (secrets: SecretSource = vault): readonly Manifest[] =>
  rendered(secrets).objects.map(({ manifest }) => manifest);
const named = (name: string): Manifest | undefined =>
  manifests().find(({ metadata }) => metadata.name === name);

describe('of a cluster whose Secrets are in a store', () => {
  test('each Secret is an ExternalSecret in its namespace, but for what somebody else makes', () => {
    expect(manifests().map(({ metadata: { namespace, name } }) => `${namespace} ${name}`)).toEqual([
      'shop-prod shop-prod.shop-slack',
      'shop-prod shop-prod.mirror',
      'shop-data shop-data.shop-slack',
    ]);
  });

  test('says where each key is kept, how often it is read, and all that servers would fill in', () => {
    expect(named('shop-prod.shop-slack')).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: {
        ...{ name: 'shop-prod.shop-slack', namespace: 'shop-prod' },
        labels: { 'app.kubernetes.io/managed-by': 'cheomseong' },
      },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
        target: { name: 'shop-slack', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
        data: [
          {
            secretKey: 'url',
            remoteRef: {
              ...{ key: 'kubernetes/shop-prod/shop-slack', property: 'url' },
              ...{ conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' },
            },
          },
        ],
      },
    });
  });

  test('a login of a registry has the type by which images are pulled', () => {
    expect(named('shop-prod.mirror')).toMatchObject({
      spec: { target: { template: { type: 'kubernetes.io/dockerconfigjson' } } },
    });
  });

  test('each object is what its CRD takes, and is written to a file of its own', () => {
    const { objects, faults } = rendered(vault);
    expect([faults, new Set(objects.map(({ file }) => file)).size]).toEqual([[], 3]);
  });

  test.each(['shop-prod.shop-slack', 'shop-prod.mirror'])('%s never differs from what is served', (name) => {
    const manifest = named(name) ?? {};
    const live = served(manifest);
    expect(appliedAgain(live, manifest)).toEqual(live);
    expect(nothingIsLeftToTheServer({ applications: [], objects: rendered(vault).objects })).toEqual([]);
  });

  test('its page says of which store, and where in it', () => {
    const page = secretsPages([production(vault)]).get('production.md') ?? '';
    expect(page).toContain(
      '| `shop-slack` | `shop-prod` | `url` of `kubernetes/shop-prod/shop-slack` `url` | Slack #shop |',
    );
    expect(page).toContain('of the ClusterSecretStore `vault`, and looks there every 1h');
  });

  test('its page asks nobody to make them by kubectl', () => {
    expect(secretsPages([production(vault)]).get('production.md')).not.toContain('create secret');
  });

  test('a rule that leads two keys of a Secret to one place is refused', () => {
    const apart = (rule: Parameters<typeof externalSecrets>[0]['path']): readonly Fault[] => {
      const cache = redisExporter('cache', {
        ...{ namespace: 'shop-prod', address: 'cache:6379' },
        ...{ user: secret('login', 'user'), password: secret('login', 'password') },
      });
      const where = production(externalSecrets({ store: secretStore('vault'), path: rule }), [
        shop({ exporters: [cache] }),
      ]);
      return everyKeyIsKeptApart({ applications: where.applications, objects: [], cluster: where });
    };
    expect([apart(path), apart(({ name }) => ({ key: name }))]).toMatchObject([
      [],
      [{ where: 'secrets/shop-prod/login', code: 'one-place-for-two', what: 'login' }],
    ]);
  });
});

/** A rule as it is written without types, or by who has them look away. */
const ruledBy = (rule: (asked: { readonly name: string; readonly key: string }) => unknown): Cluster =>
  production(Object.assign({}, vault, { path: rule }));
const refusedBy = (rule: Parameters<typeof ruledBy>[0]): readonly Fault[] => {
  const where = ruledBy(rule);
  return everyKeyIsKeptApart({ applications: where.applications, objects: [], cluster: where });
};

describe('a rule of a store', () => {
  test('that throws is told once, with the cluster, the key and what was thrown', () => {
    const [fault, ...others] = refusedBy(() => {
      throw new TypeError('Cannot read properties of undefined');
    });
    expect([fault && oneFaultText(fault), others]).toEqual([
      'production/secrets: for shop-prod/shop-slack/url the rule threw TypeError: Cannot read properties of undefined (and no place for 2 more keys); let it say a place for every key: path: ({ name, key }) => ({ key: name, property: key })',
      [],
    ]);
  });

  test.each<[string, Parameters<typeof ruledBy>[0], string]>([
    ['a text', ({ name }) => name, "'shop-slack'"],
    ['nothing', () => undefined, 'undefined'],
    ['an object without a key', ({ name }) => ({ path: name }), "{ path: 'shop-slack' }"],
    ['an empty key', () => ({ key: '' }), "{ key: '' }"],
    ['a property that is no text', () => ({ key: 'a', property: 5 }), "{ key: 'a', property: 5 }"],
    ['a field that nobody reads', () => ({ key: 'a', proprety: 'b' }), "{ key: 'a', proprety: 'b' }"],
    ['a promise', () => Promise.resolve({ key: 'a' }), 'a promise'],
  ])('that gives back %s is told once for its cluster, with that', (_, rule, quoted) => {
    expect(refusedBy(rule)).toMatchObject([
      {
        ...{ where: 'production/secrets', code: 'wrong-type' },
        why: `for shop-prod/shop-slack/url the rule gave back ${quoted}, and not { key, property } (and no place for 2 more keys)`,
      },
    ]);
  });

  test('that fails is all that an estate is refused for', () => {
    const rule = ({ name }: { readonly name: string }) => name;
    expect(faultsOf([{ ...ruledBy(rule), applications: [shop()] }])).toMatchObject([
      { where: 'production/secrets', code: 'wrong-type' },
    ]);
  });

  test('that fails for one key says which, and no other', () => {
    const told = refusedBy(({ name, key }) => (key === 'password' ? key : { key: name, property: key }));
    expect(told.map(({ why }) => why)).toEqual([
      "for shop-data/shop-slack/password the rule gave back 'password', and not { key, property }",
    ]);
  });

  test('that fails for one Secret leaves that one out, and neither its page nor its objects throw', () => {
    const where = ruledBy(({ name, key }) => {
      if (key === 'password') throw new Error('no place');
      return { key: name };
    });
    const chart = secretsPart.chart?.(new App(), where, nothing);
    expect([
      chart && render(chart).objects.map(({ manifest }) => manifest.metadata.name),
      secretsPages([where]).get('production.md')?.includes('| `password` |'),
    ]).toEqual([['shop-prod.shop-slack', 'shop-prod.mirror'], true]);
  });
});

describe('of a cluster whose Secrets come from elsewhere', () => {
  test.each([
    ['somebody', byHand],
    ['sealed ones', sealedSecrets('sealed/production')],
  ])('nothing is rendered where they are made by %s', (_, secrets) => {
    expect(secretsPart.chart?.(new App(), production(secrets), nothing)).toBeUndefined();
  });

  test('nor where no Secret is needed', () => {
    const quiet = shop({
      exporters: [],
      logs: fluentBit({ namespaces: ['shop'], loki: { host: 'l', port: 1 } }),
    });
    const none = { ...quiet, routing: { ...quiet.routing, receivers: { all: [] } } };
    expect(secretsPart.chart?.(new App(), production(vault, [none]), nothing)).toBeUndefined();
  });
});

describe('where Secrets come from is refused', () => {
  test.each([
    ['a store without a name', { store: clusterSecretStore(''), path }, 'store.name'],
    ['a store of another kind', { store: { name: 'vault', kind: 'Vault' }, path }, 'store.kind'],
    ['no rule', { store: secretStore('vault') }, 'path'],
    [
      'days, which the operator does not read',
      { store: secretStore('vault'), path, refresh: '1d' },
      'refresh',
    ],
    ['no length of time', { store: secretStore('vault'), path, refresh: '' }, 'refresh'],
  ])('with %s', (_, spec, where) => {
    expect(thrownBy('it', untyped(externalSecrets, spec))).toMatchObject([{ where: `it.${where}` }]);
  });

  test.each(['/sealed', '../sealed', '', 'sealed//x'])('with the folder %j', (folder) => {
    expect(thrownBy('it', () => sealedSecrets(folder))).toMatchObject([
      { where: 'it.folder', code: 'leads-out-of-its-folder' },
    ]);
  });
});
