import { describe, expect, test } from '@jest/globals';
import { type PlatformSpec, Refusal, kubePrometheusStack, mimir, remoteWrite } from 'cheomseong';
import type { Fault } from '#ground/fault.js';
import { prometheusBytes, quantityOf } from '#platform/quantity.js';
import { untyped } from '../untyped.js';

const faultsOf = (make: () => unknown): readonly Fault[] => {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
};
const refused = (spec: PlatformSpec) => faultsOf(() => kubePrometheusStack(spec));
const refusedUntyped = (spec: unknown) => faultsOf(untyped(kubePrometheusStack, spec));
const told = (faults: readonly Fault[]) => faults.map(({ where, code }) => `${where} ${code}`);

describe('a platform of which nothing is said', () => {
  const usual = kubePrometheusStack();

  test('is the release prometheus of the chart in monitoring', () => {
    expect(usual).toMatchObject({ release: 'prometheus', namespace: 'monitoring', chart: '88.5.3' });
  });

  test('runs what that chart runs by itself', () => {
    expect(usual.versions).toEqual({
      kubernetes: '1.33',
      operator: '0.93.1',
      prometheus: '3.14.0',
      alertmanager: '0.34.0',
      grafana: '13.2.0',
    });
  });

  test('takes up monitors and rules of its release, in all namespaces', () => {
    const { alertmanagerConfigs, ...others } = usual.selects;
    expect(new Set(Object.values(others).map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ labels: { release: 'prometheus' }, namespaces: {} })]),
    );
    expect(alertmanagerConfigs).toEqual({ labels: {}, namespaces: {} });
  });

  test('has the features that its Prometheus has without a flag', () => {
    expect(usual.prometheus.features).toEqual(['native-histograms', 'utf8-names', 'duration-expressions']);
  });

  test('keeps more than the 30 days of an SLO', () => {
    expect(usual.prometheus.retention).toBe('35d');
  });

  test('needs the login of its Grafana, and no other Secret', () => {
    expect(usual.secrets).toEqual([
      { name: 'grafana-admin', key: 'admin-user' },
      { name: 'grafana-admin', key: 'admin-password' },
    ]);
  });

  test('has its node_exporter beside other agents', () => {
    expect(usual.nodeExporter?.namespace).toBe('monitoring-agents');
  });

  test.each([
    ['prometheus', usual.prometheus],
    ['alertmanager', usual.alertmanager],
    ['grafana', usual.grafana],
  ])('holds the memory of %s, and lets it have what CPU there is', (_, part) => {
    expect(Object.keys(part?.resources.limits ?? {})).toEqual(['memory']);
  });
});

describe('what is said', () => {
  test('stands beside what is usual', () => {
    const { storage, resources, replicas } = kubePrometheusStack({
      prometheus: { replicas: 2, storage: { storageClass: 'fast' }, resources: { requests: { cpu: '1' } } },
    }).prometheus;
    expect({ storage, resources, replicas }).toEqual({
      storage: { size: '30Gi', storageClass: 'fast' },
      resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
      replicas: 2,
    });
  });

  test('is followed by the selectors of another release', () => {
    expect(kubePrometheusStack({ release: 'stack' }).selects.rules.labels).toEqual({ release: 'stack' });
  });

  test('takes a limit away where it is undefined', () => {
    const { resources } = kubePrometheusStack({
      operator: { resources: { limits: { memory: undefined } } },
    }).operator;
    expect(resources.limits).toEqual({});
  });

  test.each(['alertmanager', 'grafana', 'kubeStateMetrics', 'nodeExporter'] as const)(
    'leaves %s out by false',
    (part) => {
      expect(kubePrometheusStack({ [part]: false })).not.toHaveProperty(part);
    },
  );

  test('needs no login without a Grafana', () => {
    expect(kubePrometheusStack({ grafana: false }).secrets).toEqual([]);
  });
});

describe('a platform is refused', () => {
  test.each([
    [
      'a size with a space',
      { prometheus: { storage: { size: '50 GB' } } },
      'prometheus.storage.size bad-quantity',
    ],
    [
      'a quantity of nothing',
      { operator: { resources: { requests: { cpu: '0' } } } },
      'operator.resources.requests.cpu bad-quantity',
    ],
    [
      'a size of Kubernetes for what Prometheus keeps',
      { prometheus: { retentionSize: '8Gi' } },
      'prometheus.retentionSize bad-quantity',
    ],
    [
      'more kept than the volume holds',
      { prometheus: { retentionSize: '27GB' } },
      'prometheus.retentionSize data-over-volume',
    ],
    [
      'a pod that asks for more than it may use',
      { grafana: { resources: { requests: { memory: '1Gi' } } } },
      'grafana.resources.requests.memory request-over-limit',
    ],
    ['no replica at all', { prometheus: { replicas: 0 } }, 'prometheus.replicas no-whole-number'],
    ['half a shard', { prometheus: { shards: 1.5 } }, 'prometheus.shards no-whole-number'],
    ['a release with a v', { versions: { prometheus: 'v3.5.0' } }, 'versions.prometheus bad-version'],
    ['an image that nobody makes', { versions: { grafana: '13.1' } }, 'versions.grafana bad-version'],
    ['a chart that is no release', { chart: '88' }, 'chart bad-version'],
    [
      'names in UTF-8 for a Prometheus that knows none',
      { versions: { prometheus: '2.55.0' }, prometheus: { features: ['utf8-names'] } },
      'prometheus.features[0] feature-not-there',
    ],
    [
      'a selector of another release',
      { selects: { rules: { labels: { release: 'other' } } } },
      'selects.rules.labels.release leaves-out-its-own',
    ],
    [
      'two values of one label for what the chart brings',
      { selects: { serviceMonitors: { labels: { team: 'a' } }, rules: { labels: { team: 'b' } } } },
      'selects.rules.labels.team leaves-out-its-own',
    ],
    [
      'a label that no object may have',
      { selects: { probes: { namespaces: { 'a b': 'c' } } } },
      'selects.probes.namespaces bad-kubernetes-label',
    ],
    ['a Grafana without a login', { grafana: { admin: { name: '' } } }, 'grafana.admin.name no-login'],
    [
      'a second data source under the uid of Prometheus',
      {
        grafana: {
          datasources: [{ type: 'prometheus', uid: 'prometheus', name: 'Other', url: 'http://other:9090' }],
        },
      },
      'grafana.datasources[0].uid name-twice',
    ],
    [
      'a data source that is nowhere',
      { grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url: 'loki:3100' }] } },
      'grafana.datasources[0].url bad-address',
    ],
    [
      'a login in the address of a data source',
      {
        grafana: {
          datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url: 'http://me:hunter2@loki:3100' }],
        },
      },
      'grafana.datasources[0].url login-in-address',
    ],
    ['a namespace that is none', { namespace: 'Monitoring' }, 'namespace bad-kubernetes-name'],
    [
      'a toleration of no effect',
      { placement: { tolerations: [{ effect: 'NoSchedules' }] } },
      'placement.tolerations[0].effect no-such-word',
    ],
    [
      'a Secret that is none',
      { secrets: [{ name: 'not a name', key: 'key' }] },
      'secrets[0].name bad-kubernetes-name',
    ],
  ] satisfies readonly (readonly [string, PlatformSpec, string])[])('for %s', (_, spec, fault) => {
    expect(told(refused(spec))).toEqual([fault]);
  });

  test('for two remote writes of one name, of which one is the engine’s', () => {
    const engine = mimir({ url: 'https://mimir.example.org', tenant: 'shop', retention: '365d' });
    const other = remoteWrite({ name: 'mimir', url: 'https://other.example.org/api/v1/write' });
    expect(told(refused({ engine, remoteWrites: [other] }))).toEqual(['remoteWrites name-twice']);
  });

  test('for an engine that was changed since it was made', () => {
    const engine = {
      ...mimir({ url: 'https://mimir.example.org', tenant: 'shop', retention: '365d' }),
      selects: {},
    };
    expect(told(refused({ engine }))).toEqual(['engine.selects holds-nothing']);
  });

  test('for a chart of which nobody says what it runs, once', () => {
    expect(told(refused({ chart: '90.0.0' }))).toEqual(['versions chart-unknown']);
  });

  test('not for a chart of which all is said', () => {
    const versions = { operator: '0.95.0', prometheus: '3.16.0', alertmanager: '0.35.0', grafana: '13.4.0' };
    expect(refused({ chart: '90.0.0', versions })).toEqual([]);
  });

  test('not for 85 % of the volume, which Prometheus advises at most', () => {
    expect(refused({ prometheus: { retentionSize: '17GB', storage: { size: '20Gi' } } })).toEqual([]);
  });

  test('without telling the login that an address holds', () => {
    const url = ['http://me', 'hunter2@loki:3100'].join(':');
    const [fault] = refused({ grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url }] } });
    expect(JSON.stringify(fault)).not.toContain('hunter2');
  });

  test('for all that is wrong at once', () => {
    const spec: PlatformSpec = {
      prometheus: { replicas: 0, retentionSize: 'much' },
      grafana: { admin: { name: '' } },
    };
    expect(told(refused(spec))).toEqual([
      'prometheus.retentionSize bad-quantity',
      'prometheus.replicas no-whole-number',
      'grafana.admin.name no-login',
    ]);
  });

  test.each([
    [{ promtheus: {} }, 'promtheus no-such-field'],
    [{ prometheus: { retention: '5 days' } }, 'prometheus.retention bad-duration'],
    [{ prometheus: { features: ['exemplars'] } }, 'prometheus.features[0] no-such-word'],
    [{ alertmanager: { matcherStrategy: 'All' } }, 'alertmanager.matcherStrategy no-such-word'],
    [{ rules: 'alerts' }, 'rules no-such-word'],
    [{ controlPlane: ['kubelet'] }, 'controlPlane[0] no-such-word'],
    [{ engine: { name: 'cortex' } }, 'engine wrong-type'],
  ])('where types were put aside: %j', (spec, fault) => {
    expect(told(refusedUntyped(spec))).toEqual([fault]);
  });
});

describe('what Kubernetes and Prometheus read as a number', () => {
  test.each([
    ['200m', 0.2],
    ['1.5', 1.5],
    ['512Mi', 512 * 1_024 ** 2],
    ['2G', 2_000_000_000],
    ['0', undefined],
    ['1MB', undefined],
    ['-1Gi', undefined],
  ])('%s', (text, quantity) => {
    expect(quantityOf(text)).toBe(quantity);
  });

  test.each([
    ['8GB', 8 * 1_024 ** 3],
    ['8GiB', 8 * 1_024 ** 3],
    ['512B', 512],
    ['8Gi', undefined],
    ['0GB', undefined],
  ])('of sizes %s', (text, bytes) => {
    expect(prometheusBytes(text)).toBe(bytes);
  });
});
