import { describe, expect, test } from '@jest/globals';
import { type ArgoCDSpec, argocd } from '#cluster/argocd.js';
import { type Cluster, type ClusterSpec, cluster } from '#cluster/cluster.js';
import { Refusal } from '#ground/fault.js';
import { everyArgoCDDelivers } from '#laws/argocd.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { bakery, shop } from '../synth/estate/shop.js';

const repository = 'https://github.com/shop/monitoring.git';
const refused = (make: () => unknown): readonly string[] => {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ where, code }) => `${where}: ${code}`);
    throw error;
  }
};
const refusedOf = (spec: Partial<ArgoCDSpec>): readonly string[] =>
  refused(() => argocd({ repository, ...spec }));

test('of an ArgoCD nothing need be said but the repository', () => {
  expect(argocd({ repository })).toEqual({
    repository,
    revision: 'main',
    path: 'dist',
    namespace: 'argocd',
    server: 'https://kubernetes.default.svc',
    project: 'monitoring',
    charts: 'https://prometheus-community.github.io/helm-charts',
    deliverer: { kind: 'ServiceAccount', name: 'argocd-application-controller', namespace: 'argocd' },
    ignores: [],
  });
});

test.each([
  'https://github.com/shop/monitoring.git',
  'git@github.com:shop/monitoring.git',
  'ssh://git@git.example.org:2222/shop/monitoring.git',
])('%s is a repository', (given) => {
  expect(refusedOf({ repository: given })).toEqual([]);
});

describe('an ArgoCD is refused', () => {
  const pointers = { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] };

  test.each<[string, Partial<ArgoCDSpec>, string]>([
    ['whose repository is a folder', { repository: '../monitoring' }, 'repository: bad-address'],
    [
      'with a login in its address',
      { repository: 'https://me:hunter2@git.example.org/shop.git' },
      'repository: login-in-address',
    ],
    ['whose server is asked by plain http', { server: 'http://10.0.0.1' }, 'server: bad-address'],
    ['whose folder leads out', { path: '../dist' }, 'path: leads-out-of-its-folder'],
    ['whose folder begins with /', { path: '/dist' }, 'path: leads-out-of-its-folder'],
    ['in no namespace', { namespace: 'Argo CD' }, 'namespace: bad-kubernetes-name'],
    ['with no project', { project: 'our monitoring' }, 'project: bad-kubernetes-name'],
    ['with CRDs of no release', { crds: 'latest' }, 'crds: bad-version'],
    [
      'that ignores a difference for no reason',
      { ignores: [{ ...pointers, because: ' ' }] },
      'ignores[0].because: holds-nothing',
    ],
    [
      'that ignores no difference',
      { ignores: [{ group: 'apps', kind: 'Deployment', because: 'the autoscaler writes it' }] },
      'ignores[0]: holds-nothing',
    ],
  ])('%s', (_, spec, fault) => {
    expect(refusedOf(spec)).toEqual([fault]);
  });

  test('with a field that nobody reads', () => {
    const slip = JSON.parse(`{ "repository": "${repository}", "branch": "main" }`);
    expect(refused(() => argocd(slip))).toEqual(['branch: no-such-field']);
  });

  test('whose service account lies nowhere', () => {
    const slip = JSON.parse(
      `{ "repository": "${repository}", "deliverer": { "kind": "ServiceAccount", "name": "x" } }`,
    );
    expect(refused(() => argocd(slip))).toEqual(['deliverer.namespace: missing-field']);
  });

  test('without telling the login', () => {
    expect(() => argocd({ repository: 'https://me:hunter2@git.example.org/shop.git' })).not.toThrow(
      /hunter2/,
    );
  });
});

describe('clusters that ArgoCD delivers are refused', () => {
  const afar = { repository, server: 'https://10.0.0.1:6443' };
  const of = (name: string, spec: ArgoCDSpec) => cluster(name, { applications: [], argocd: argocd(spec) });

  test('where two ArgoCDs may deliver to one', () => {
    const clusters = [of('seoul', { repository }), of('busan', { repository }), of('jeju', afar)];
    expect(everyArgoCDDelivers(clusters).map(({ where, code }) => `${where}: ${code}`)).toEqual([
      'jeju: argocd-unclear',
    ]);
  });

  test('not where it is said which', () => {
    const clusters = [
      of('seoul', { repository }),
      of('busan', { repository }),
      of('jeju', { ...afar, home: 'seoul' }),
    ];
    expect(everyArgoCDDelivers(clusters)).toEqual([]);
  });

  test('not where one of the two is of another repository', () => {
    const other = 'https://github.com/shop/other.git';
    expect(
      everyArgoCDDelivers([
        of('seoul', { repository }),
        of('busan', { repository: other }),
        of('jeju', afar),
      ]),
    ).toEqual([]);
  });

  test('whose operator has CRDs in no chart that is known', () => {
    const platform = kubePrometheusStack({ versions: { operator: '0.94.0' } });
    const seoul = cluster('seoul', { applications: [], platform, argocd: argocd({ repository }) });
    expect(everyArgoCDDelivers([seoul]).map(({ where, code }) => `${where}: ${code}`)).toEqual([
      'seoul: crds-unknown',
    ]);
  });

  test('not where the chart is said', () => {
    const platform = kubePrometheusStack({ versions: { operator: '0.94.0' } });
    const seoul = cluster('seoul', {
      applications: [],
      platform,
      argocd: argocd({ repository, crds: '32.0.0' }),
    });
    expect(everyArgoCDDelivers([seoul])).toEqual([]);
  });
});

describe('an object of two clusters is refused', () => {
  const server = 'https://10.0.0.1:6443';
  const sold = { applications: [shop()] };
  const of = (name: string, spec: Partial<ArgoCDSpec>, more: Partial<ClusterSpec> = {}) =>
    cluster(name, { ...sold, argocd: argocd({ repository, ...spec }), ...more });
  const refusedFor = (...places: readonly Cluster[]): readonly string[] =>
    refused(() => {
      const { charts, laws } = synthesisOf({ places });
      synthesize(charts, laws);
    });

  test('where both are at one API server', () => {
    expect(refusedFor(of('tokyo', { server }), of('staging', { server }))).toEqual([
      'staging: delivered-twice',
    ]);
  });

  test('where its address is written in two ways', () => {
    expect(refusedFor(of('tokyo', { server }), of('staging', { server: `${server}/` }))).toEqual([
      'staging: delivered-twice',
    ]);
  });

  test('where neither says its API server, and both are of one ArgoCD', () => {
    expect(refusedFor(of('tokyo', { home: 'tokyo' }), of('staging', { home: 'tokyo' }))).toEqual([
      'staging: delivered-twice',
    ]);
  });

  test('where their Applications are in projects of two names', () => {
    expect(refusedFor(of('tokyo', { server }), of('staging', { server, project: 'staging' }))).toEqual([
      'staging: delivered-twice',
    ]);
  });

  test('where nothing else is of both but the CRDs of their platforms', () => {
    const platform = (namespace: string) => ({
      applications: [],
      platform: kubePrometheusStack({ namespace, nodeExporter: false, controlPlane: [] }),
    });
    expect(
      refusedFor(
        of('tokyo', { server }, platform('monitoring')),
        of('staging', { server }, platform('staging')),
      ),
    ).toEqual(['staging: delivered-twice']);
  });

  test('not where each is at its own', () => {
    expect(refusedFor(of('tokyo', { server }), of('staging', { server: 'https://10.0.0.2:6443' }))).toEqual(
      [],
    );
  });

  test('not where an ArgoCD runs in each', () => {
    expect(refusedFor(of('tokyo', {}), of('staging', {}))).toEqual([]);
  });

  test('not where both bring different objects', () => {
    expect(
      refusedFor(of('tokyo', { server }), of('staging', { server }, { applications: [bakery()] })),
    ).toEqual([]);
  });
});
