import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Cluster } from '#cluster/cluster.js';
import { helmValues } from '#delivery/values/values.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { alone } from '#platform/engine/alone.js';
import { nothingIsLeftToTheServer } from '#laws/served.js';
import {
  overBusan,
  platformWith,
  seoul,
  thanosManifests,
  thanosRendered,
  uploading,
  whole,
} from '../cluster/thanos.js';
import { appliedAgain, served } from '../cluster/served.js';

const inSeoul = seoul(platformWith(whole));
const manifests = thanosManifests(inSeoul);
const only = (kind: string, name: string): Manifest => {
  const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
};
const named = (cluster: Cluster): readonly string[] =>
  thanosManifests(cluster).map(({ kind, metadata: { name } }) => `${kind} ${name}`);

const pods = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
const podOf = (manifest: Manifest) => valueAt(manifest, ['spec', 'template', 'spec']);
const containerOf = (manifest: Manifest) => valueAt(podOf(manifest), ['containers', 0]);
const argsOf = (manifest: Manifest): readonly string[] => {
  const args = valueAt(containerOf(manifest), ['args']);
  return Array.isArray(args) ? args.map(String) : [];
};

describe('what is made of Thanos', () => {
  test('is taken by an API server', () => {
    expect(thanosRendered(inSeoul).faults).toEqual([]);
  });

  test('leaves nothing to it', () => {
    const { objects } = thanosRendered(inSeoul);
    expect(nothingIsLeftToTheServer({ applications: [], objects })).toEqual([]);
  });

  test.each(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    '%s does not differ from what is served of it',
    (_, manifest) => {
      const live = served(manifest);
      expect(appliedAgain(live, manifest)).toEqual(live);
    },
  );

  test('is nothing for a Prometheus alone', () => {
    expect(named(seoul(platformWith(alone)))).toEqual([]);
  });

  test('is the monitor of its sidecars where a cluster only writes into the bucket', () => {
    expect(named(seoul(platformWith(uploading)))).toEqual(['PodMonitor thanos-sidecar']);
  });
});

describe.each(pods.map((manifest) => [manifest.metadata.name, manifest] as const))(
  'the pods of %s',
  (_, manifest) => {
    test('are restricted', () => {
      const { securityContext } = podOf(manifest) as { securityContext: object };
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
    });

    test('gain no privileges, and write but to their volume', () => {
      expect(valueAt(containerOf(manifest), ['securityContext'])).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    });

    test('have no token', () => {
      expect(valueAt(podOf(manifest), ['automountServiceAccountToken'])).toBe(false);
    });

    test('run an exact release', () => {
      expect(valueAt(containerOf(manifest), ['image'])).toBe('quay.io/thanos/thanos:v0.42.4');
    });

    test('say whether they live and whether they are ready', () => {
      const paths = ['livenessProbe', 'readinessProbe'].map((probe) =>
        valueAt(containerOf(manifest), [probe, 'httpGet', 'path']),
      );
      expect(paths).toEqual(['/-/healthy', '/-/ready']);
    });
  },
);

describe('Query', () => {
  const query = only('Deployment', 'thanos-query');
  const asked = (cluster: Cluster): readonly string[] => {
    const [found] = thanosManifests(cluster).filter(({ metadata: { name } }) => name === 'thanos-query');
    const flag = found && argsOf(found).find((each) => each.startsWith('--endpoint.sd-config='));
    const { endpoints } = parse(flag?.slice(flag.indexOf('=') + 1) ?? '') as {
      endpoints: { address: string }[];
    };
    return endpoints.map(({ address }) => address);
  };

  test('takes series of two replicas for one', () => {
    expect(argsOf(query).filter((each) => each.startsWith('--query.replica-label='))).toEqual([
      '--query.replica-label=prometheus_replica',
      '--query.replica-label=thanos_ruler_replica',
      '--query.replica-label=thanos_ruler',
    ]);
  });

  test('asks each sidecar, store and ruler', () => {
    expect(asked(inSeoul)).toEqual([
      'dnssrv+_grpc._tcp.prometheus-operated.monitoring.svc',
      'dnssrv+_grpc._tcp.thanos-store.monitoring.svc',
      'dnssrv+_grpc._tcp.thanos-ruler-operated.monitoring.svc',
    ]);
  });

  test('asks other clusters too', () => {
    expect(asked(seoul(platformWith(overBusan('all'))))).toContain(
      'dnssrv+_grpc._tcp.thanos.busan.example.org',
    );
  });
});

describe('the compactor', () => {
  const compactor = only('StatefulSet', 'thanos-compactor');

  test('is one alone', () => {
    expect(valueAt(compactor, ['spec', 'replicas'])).toBe(1);
  });

  test('keeps what is said, and reads the bucket by the file of a Secret', () => {
    expect(argsOf(compactor)).toEqual([
      'compact',
      '--wait',
      '--data-dir=/data',
      '--objstore.config-file=/etc/thanos/objstore.yml',
      '--retention.resolution-raw=30d',
      '--retention.resolution-5m=90d',
      '--retention.resolution-1h=365d',
      '--delete-delay=48h',
    ]);
  });
});

describe('the ruler', () => {
  const spec = valueAt(only('ThanosRuler', 'thanos'), ['spec']);

  test.each([
    ['asks Query', ['queryEndpoints'], ['http://thanos-query.monitoring.svc:10902']],
    [
      'tells each Alertmanager',
      ['alertmanagersUrl'],
      ['dnssrv+http://_http-web._tcp.alertmanager-operated.monitoring.svc'],
    ],
    ['tells them nothing of which cluster it is', ['alertDropLabels'], ['thanos_ruler']],
    ['has another label in each cluster, for its blocks', ['labels'], { thanos_ruler: 'seoul' }],
    [
      'takes all rules but those that are of Prometheus',
      ['ruleSelector'],
      {
        matchLabels: { release: 'prometheus' },
        matchExpressions: [{ key: 'evaluated-by', operator: 'NotIn', values: ['prometheus'] }],
      },
    ],
    ['of all namespaces', ['ruleNamespaceSelector'], {}],
  ])('%s', (_, field, value) => {
    expect(valueAt(spec, field)).toEqual(value);
  });
});

test('a ruler enforces the namespace that Prometheus enforces, but not on the chart’s own rules', () => {
  const platform = platformWith(whole);
  const enforcing = seoul({
    ...platform,
    prometheus: { ...platform.prometheus, enforcedNamespaceLabel: 'namespace' },
  });
  const [found] = thanosManifests(enforcing).filter(({ kind }) => kind === 'ThanosRuler');
  expect(valueAt(found, ['spec'])).toMatchObject({
    enforcedNamespaceLabel: 'namespace',
    excludedFromEnforcement: [
      { group: 'monitoring.coreos.com', resource: 'prometheusrules', namespace: 'monitoring' },
    ],
  });
});

test('Query and ruler read the functions that Prometheus reads by a flag', () => {
  const platform = platformWith(whole);
  const features = ['promql-experimental-functions', 'native-histograms'] as const;
  const found = thanosManifests(seoul({ ...platform, prometheus: { ...platform.prometheus, features } }));
  const query = found.find(({ metadata: { name } }) => name === 'thanos-query');
  const ruler = found.find(({ kind }) => kind === 'ThanosRuler');
  expect([
    query && argsOf(query).filter((each) => each.startsWith('--enable-feature')),
    valueAt(ruler, ['spec', 'enableFeatures']),
  ]).toEqual([['--enable-feature=promql-experimental-functions'], ['promql-experimental-functions']]);
});

test('what several run of is not drained all at once', () => {
  const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget');
  expect(budgets.map(({ metadata: { name } }) => name).sort()).toEqual([
    'thanos-query',
    'thanos-ruler',
    'thanos-store',
  ]);
});

describe('each shard scrapes all of Thanos', () => {
  const relabelings = (shards: number) =>
    thanosManifests(seoul(platformWith(whole, shards)))
      .filter(({ kind }) => /Monitor$/.test(kind))
      .map((manifest) => JSON.stringify(manifest).includes('__tmp_disable_sharding'));

  test('where there are several', () => {
    expect(relabelings(2)).toEqual([true, true, true, true, true]);
  });

  test('and nothing is said of it where there is one', () => {
    expect(relabelings(1)).toEqual([false, false, false, false, false]);
  });
});

describe("the chart's values", () => {
  const value = (cluster: Cluster, ...field: readonly string[]): unknown =>
    valueAt(helmValues(cluster), field);

  test('give each Prometheus a sidecar, which writes into the bucket', () => {
    expect(value(inSeoul, 'prometheus', 'prometheusSpec', 'thanos')).toMatchObject({
      image: 'quay.io/thanos/thanos:v0.42.4',
      objectStorageConfig: { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } },
    });
  });

  test('have the data source ask Query, and leave its uid alone', () => {
    expect(value(inSeoul, 'grafana', 'sidecar', 'datasources')).toMatchObject({
      url: 'http://thanos-query.monitoring.svc:10902',
      extraJsonData: { prometheusType: 'Thanos' },
    });
    expect(JSON.stringify(helmValues(inSeoul))).not.toMatch(/"uid":"(?!prometheus")/);
  });

  test('leave the data source alone where there is no Query', () => {
    const datasources = value(seoul(platformWith(uploading)), 'grafana', 'sidecar', 'datasources');
    expect(isObject(datasources) ? datasources['url'] : undefined).toBeUndefined();
  });

  test.each([1, 2])('of %i replicas say what follows', (replicas) => {
    const platform = platformWith(alone);
    const cluster = seoul({ ...platform, prometheus: { ...platform.prometheus, replicas } });
    expect(value(cluster, 'prometheus', 'podDisruptionBudget')).toEqual(
      replicas === 1 ? undefined : { enabled: true, minAvailable: null, maxUnavailable: 1 },
    );
  });

  test.each([
    ['on nodes of their own', undefined, 1, 'hard'],
    ['where they can, on nodes that are the platform’s', { nodeSelector: {}, tolerations: [] }, 1, 'soft'],
    ['where they can, of several shards', undefined, 2, 'soft'],
  ])('set replicas apart %s', (_, placement, shards, antiAffinity) => {
    const platform = platformWith(alone, shards);
    const cluster = seoul({
      ...platform,
      ...(placement && { placement }),
      prometheus: { ...platform.prometheus, replicas: 2 },
    });
    expect(value(cluster, 'prometheus', 'prometheusSpec', 'podAntiAffinity')).toBe(antiAffinity);
  });
});
