import { describe, expect, test } from '@jest/globals';
import { argocd } from '#cluster/argocd.js';
import { cluster } from '#cluster/cluster.js';
import type { Manifest } from '#imports/manifest.js';
import { clusterKinds, crdKinds, namespacedKinds } from '#delivery/argocd/brought.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { bakery, shop } from '../synth/estate/shop.js';
import { afar, at, delivered, here, listAt, manifestsOf, named, ofKind, repository } from './clusters.js';

const production = delivered('production');
const alone = manifestsOf(production);
const both = manifestsOf(production, delivered('staging', { server: afar }));

const project = (manifests: ReadonlyMap<string, Manifest>): Manifest =>
  named(manifests, 'AppProject', 'monitoring-platform');
const applicationsOf = (manifests: ReadonlyMap<string, Manifest>): readonly Manifest[] =>
  ofKind(manifests, 'Application').filter(({ metadata }) => metadata.name !== 'monitoring-root');
const waveOf = ({ metadata: { annotations = {} } }: Manifest): number =>
  Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0);
const nameOf = ({ metadata: { name } }: Manifest): string => name;

const groupKind = ({ apiVersion, kind }: Manifest): string =>
  `${apiVersion.includes('/') ? apiVersion.replace(/\/[^/]*$/, '') : ''}/${kind}`;
const listed = (manifest: Manifest, list: string): readonly string[] =>
  listAt(manifest, 'spec', list).map((each) => `${String(at(each, 'group'))}/${String(at(each, 'kind'))}`);
const namespacesOf = (manifest: Manifest): readonly unknown[] =>
  listAt(manifest, 'spec', 'destinations').map((each) => at(each, 'namespace'));
const ownFolders = ['shop', 'bakery'];
/** What the folders of applications hold, and those of the platform, that Applications deliver. */
const heldIn = (manifests: ReadonlyMap<string, Manifest>, ofApplications: boolean): readonly Manifest[] =>
  [...manifests]
    .filter(([path]) => !path.includes('/argocd/'))
    .filter(([path]) => ownFolders.includes(path.split('/')[1] ?? '') === ofApplications)
    .map(([, manifest]) => manifest);
const lists = ['clusterResourceWhitelist', 'namespaceResourceWhitelist'];

// Without a platform nothing comes from a chart: what is listed is what stands in the folders.
const bare = manifestsOf(
  cluster('production', { applications: [shop(), bakery()], argocd: argocd({ repository }) }),
);

describe.each([
  { of: 'applications', name: 'monitoring', ofApplications: true },
  { of: 'the platform', name: 'monitoring-platform', ofApplications: false },
])('the AppProject of $of', ({ name, ofApplications }) => {
  const listing = named(bare, 'AppProject', name);
  const held = heldIn(bare, ofApplications);

  test('lists every kind that its folders hold, and no other', () => {
    expect(lists.flatMap((list) => listed(listing, list)).sort()).toEqual(
      [...new Set(held.map(groupKind))].sort(),
    );
  });

  test('lists as kinds outside of namespaces those without one', () => {
    const outside = held.filter(({ metadata }) => metadata.namespace === undefined);
    expect(listed(listing, 'clusterResourceWhitelist')).toEqual([...new Set(outside.map(groupKind))]);
  });

  test('lists every namespace that something in them lies in, and those that its Applications name', () => {
    const said = applicationsOf(bare)
      .filter((each) => at(each, 'spec', 'project') === name)
      .map((each) => at(each, 'spec', 'destination', 'namespace'));
    const within = held.flatMap(({ metadata }) => metadata.namespace ?? []);
    expect(namespacesOf(listing)).toEqual([...new Set([...within, ...said])].sort());
  });

  test('lists the repository alone where nothing comes from a chart', () => {
    expect(at(listing, 'spec', 'sourceRepos')).toEqual([repository]);
  });

  test('lets no Application make Applications', () => {
    expect(
      listed(named(alone, 'AppProject', name), 'namespaceResourceWhitelist').filter((kind) =>
        kind.includes('argoproj'),
      ),
    ).toEqual([]);
  });

  test('of several clusters lists the namespaces of each at its server', () => {
    const servers = listAt(named(both, 'AppProject', name), 'spec', 'destinations').map((each) =>
      at(each, 'server'),
    );
    expect(new Set(servers)).toEqual(new Set([here, afar]));
  });
});

describe('the AppProject of applications, beside a platform that is delivered', () => {
  const ofShop = named(alone, 'AppProject', 'monitoring');
  const held = heldIn(alone, true);

  test('lists no Helm repository', () => {
    expect(at(ofShop, 'spec', 'sourceRepos')).toEqual([repository]);
  });

  test('lists nothing outside of namespaces', () => {
    expect(at(ofShop, 'spec', 'clusterResourceWhitelist')).toBeUndefined();
  });

  test('lists the kinds of their folders, and none that the chart alone brings', () => {
    expect(listed(ofShop, 'namespaceResourceWhitelist')).toEqual([...new Set(held.map(groupKind))].sort());
  });

  test('lists the namespaces in which they lie, and none that the chart alone writes in', () => {
    expect(namespacesOf(ofShop)).toEqual(
      [...new Set(held.flatMap(({ metadata }) => metadata.namespace ?? []))].sort(),
    );
  });

  test('lists no namespace of another cluster at its server', () => {
    const apart = manifestsOf(
      delivered('production', {}, { applications: [shop()] }),
      delivered('staging', { server: afar }, { applications: [bakery()] }),
    );
    const here = listAt(named(apart, 'AppProject', 'monitoring'), 'spec', 'destinations');
    const within = [...apart]
      .filter(([path]) => /\/(shop|bakery)\//.test(path))
      .map(
        ([path, { metadata }]) =>
          `${path.startsWith('staging/') ? afar : 'https://kubernetes.default.svc'} ${metadata.namespace}`,
      );
    expect(here.map((each) => `${String(at(each, 'server'))} ${String(at(each, 'namespace'))}`)).toEqual(
      [...new Set(within)].sort(),
    );
  });
});

describe('the AppProject of the platform', () => {
  const ofPlatform = project(alone);

  test('lists the Helm repository too where a platform is delivered', () => {
    expect(at(ofPlatform, 'spec', 'sourceRepos')).toEqual([
      repository,
      'https://prometheus-community.github.io/helm-charts',
    ]);
  });

  test('lists what its folders hold and its charts bring, and nothing else', () => {
    const brought = [...namespacedKinds(production), ...clusterKinds, ...crdKinds].map(
      ({ group, kind }) => `${group}/${kind}`,
    );
    expect(lists.flatMap((list) => listed(ofPlatform, list)).sort()).toEqual(
      [...new Set([...heldIn(alone, false).map(groupKind), ...brought])].sort(),
    );
  });

  test('lists the namespaces in which its folders lie and the chart writes, and no others', () => {
    const within = heldIn(alone, false).flatMap(({ metadata }) => metadata.namespace ?? []);
    expect(namespacesOf(ofPlatform)).toEqual(
      [...new Set([...within, 'kube-system', 'monitoring', 'monitoring-agents'])].sort(),
    );
  });

  test('lists what is sealed elsewhere', () => {
    const sealed = delivered(
      'production',
      {},
      { secrets: { by: 'sealed-secrets', folder: 'sealed/production' } },
    );
    expect(listed(project(manifestsOf(sealed)), 'namespaceResourceWhitelist')).toContain(
      'bitnami.com/SealedSecret',
    );
  });

  test('is there only where something of it is delivered', () => {
    const empty = manifestsOf(delivered('production', {}, { applications: [] }));
    expect(ofKind(empty, 'AppProject').map(nameOf)).toEqual(['monitoring-root', 'monitoring-platform']);
  });
});

describe('the AppProject of the root', () => {
  test('lists what the folder of ArgoCD holds, and nothing else', () => {
    const inFolder = [...alone]
      .filter(([path]) => path.includes('/argocd/'))
      .map(([, each]) => groupKind(each));
    expect(listed(named(alone, 'AppProject', 'monitoring-root'), 'namespaceResourceWhitelist')).toEqual(
      [...new Set(inFolder)].sort(),
    );
  });
});

describe('the Applications of one cluster', () => {
  test('are one for each folder, and two for the charts', () => {
    expect(applicationsOf(alone).map(nameOf).sort()).toEqual([
      'monitoring-production-bakery',
      'monitoring-production-kube-prometheus-stack',
      'monitoring-production-namespaces',
      'monitoring-production-prometheus-operator-crds',
      'monitoring-production-shop',
    ]);
  });

  test('come in waves: CRDs, namespaces, the platform, applications', () => {
    expect(
      applicationsOf(alone)
        .toSorted((a, b) => waveOf(a) - waveOf(b))
        .map(nameOf),
    ).toEqual([
      'monitoring-production-prometheus-operator-crds',
      'monitoring-production-namespaces',
      'monitoring-production-kube-prometheus-stack',
      'monitoring-production-shop',
      'monitoring-production-bakery',
    ]);
  });

  test('come after their AppProjects', () => {
    expect(Math.max(...ofKind(alone, 'AppProject').map(waveOf))).toBeLessThan(
      Math.min(...applicationsOf(alone).map(waveOf)),
    );
  });

  test('have no path twice', () => {
    const paths = applicationsOf(alone).flatMap((each) => at(each, 'spec', 'source', 'path') ?? []);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('deliver every folder that there is', () => {
    const folders = new Set([...alone.keys()].map((path) => `dist/${path.replace(/\/[^/]*$/, '')}`));
    const paths = ofKind(alone, 'Application').flatMap((each) => at(each, 'spec', 'source', 'path') ?? []);
    expect(new Set(paths)).toEqual(folders);
  });

  test('read manifests alone of a folder: every file of one is called as they include it', () => {
    const include = String(
      at(named(alone, 'Application', 'monitoring-production-shop'), 'spec', 'source', 'directory', 'include'),
    );
    const glob = new RegExp(`^${include.replace('.', '\\.').replace('*', '.*')}$`);
    expect([...alone.keys()].filter((path) => !glob.test(path.replace(/^.*\//, '')))).toEqual([]);
  });

  test.each(['automated.prune', 'automated.selfHeal'])('sync by themselves: %s', (field) => {
    expect(
      ofKind(alone, 'Application').map((each) => at(each, 'spec', 'syncPolicy', ...field.split('.'))),
    ).toEqual(ofKind(alone, 'Application').map(() => true));
  });

  test.each(['ServerSideApply=true', 'SkipDryRunOnMissingResource=true'])('sync with %s', (option) => {
    expect(
      ofKind(alone, 'Application').filter(
        (each) => !listAt(each, 'spec', 'syncPolicy', 'syncOptions').includes(option),
      ),
    ).toEqual([]);
  });

  test('are compared by the API server', () => {
    expect(
      ofKind(alone, 'Application').map(
        ({ metadata }) => metadata.annotations?.['argocd.argoproj.io/compare-options'],
      ),
    ).toEqual(ofKind(alone, 'Application').map(() => 'ServerSideDiff=true'));
  });

  test.each([
    ['of applications', 'monitoring', true],
    ['of the platform', 'monitoring-platform', false],
  ])('%s are in the project that lists what they deliver', (_, name, ofApplications) => {
    expect(
      applicationsOf(alone)
        .filter((each) => at(each, 'spec', 'project') === name)
        .map(nameOf)
        .sort(),
    ).toEqual(
      applicationsOf(alone)
        .map(nameOf)
        .filter((each) => /-(shop|bakery)$/.test(each) === ofApplications)
        .sort(),
    );
  });

  test('of an application take along what they delivered, and no others', () => {
    const owning = ofKind(alone, 'Application').filter(
      (each) => at(each, 'metadata', 'finalizers') !== undefined,
    );
    expect(owning.map(nameOf)).toEqual(['monitoring-production-shop', 'monitoring-production-bakery']);
  });

  test('that leave behind what they delivered are pruned by nobody', () => {
    const owning = ['monitoring-production-shop', 'monitoring-production-bakery'];
    expect(
      ofKind(alone, 'Application')
        .filter((each) => !owning.includes(nameOf(each)))
        .map(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-options']),
    ).toEqual(['Prune=false', 'Prune=false', 'Prune=false', 'Prune=false']);
  });

  test('deliver sealed Secrets from where they are sealed', () => {
    const sealed = manifestsOf(
      delivered('production', {}, { secrets: { by: 'sealed-secrets', folder: 'sealed/production' } }),
    );
    expect(at(named(sealed, 'Application', 'monitoring-production-secrets'), 'spec', 'source', 'path')).toBe(
      'sealed/production',
    );
  });
});

describe('the Application of kube-prometheus-stack', () => {
  const sources = listAt(
    named(alone, 'Application', 'monitoring-production-kube-prometheus-stack'),
    'spec',
    'sources',
  );

  test('pins the chart of the platform', () => {
    expect(at(sources[0], 'targetRevision')).toBe(production.platform.chart);
  });

  test('reads the values that stand in the repository', () => {
    expect([at(sources[0], 'helm', 'valueFiles'), at(sources[1], 'ref'), at(sources[1], 'repoURL')]).toEqual([
      ['$values/dist/production/platform/values.yaml'],
      'values',
      repository,
    ]);
  });

  test('calls the release as its objects are labelled', () => {
    expect(at(sources[0], 'helm', 'releaseName')).toBe(production.platform.release);
  });

  test('leaves its CRDs to the Application before it', () => {
    expect(at(sources[0], 'helm', 'skipCrds')).toBe(true);
  });

  test('is not there where somebody else delivers the platform', () => {
    const bare = manifestsOf(
      cluster('production', { applications: [shop()], argocd: argocd({ repository }) }),
    );
    expect(ofKind(bare, 'Application').map(nameOf)).toEqual([
      'monitoring-root',
      'monitoring-production-shop',
      'monitoring-production-namespaces',
    ]);
  });
});

describe('the Application of the CRDs', () => {
  const revision = (manifests: ReadonlyMap<string, Manifest>): unknown =>
    at(
      named(manifests, 'Application', 'monitoring-production-prometheus-operator-crds'),
      ...['spec', 'source', 'targetRevision'],
    );

  test('brings those of the operator that the platform runs', () => {
    expect(revision(alone)).toBe('31.0.1');
  });

  test('brings those that are said', () => {
    expect(revision(manifestsOf(delivered('production', { crds: '32.0.0' })))).toBe('32.0.0');
  });

  test('lets nobody prune them', () => {
    expect(
      at(
        named(alone, 'Application', 'monitoring-production-prometheus-operator-crds'),
        ...['spec', 'source', 'helm', 'valuesObject', 'crds', 'annotations'],
      ),
    ).toEqual({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
  });
});

describe('the root', () => {
  test('watches the folder in which it lies itself', () => {
    expect([...alone.keys()]).toContain(
      `${String(at(named(alone, 'Application', 'monitoring-root'), 'spec', 'source', 'path')).replace('dist/', '')}/Application.monitoring-root.yaml`,
    );
  });

  test('lies in the cluster in which ArgoCD runs, wherever it delivers', () => {
    const outside = manifestsOf(delivered('production', { server: afar }));
    expect(at(named(outside, 'Application', 'monitoring-root'), 'spec', 'destination', 'server')).toBe(here);
  });
});

describe('of several clusters', () => {
  test('that have one ArgoCD only that in which it runs has a folder for it', () => {
    const folders = [...both.keys()].filter((path) => path.includes('/argocd/'));
    expect(folders.filter((path) => !path.startsWith('production/'))).toEqual([]);
  });

  test('with an ArgoCD in each, each has its own', () => {
    const apart = manifestsOf(delivered('production'), delivered('staging'));
    expect([...apart.keys()].filter((path) => path.endsWith('Application.monitoring-root.yaml'))).toEqual([
      'production/argocd/Application.monitoring-root.yaml',
      'staging/argocd/Application.monitoring-root.yaml',
    ]);
  });

  test('that are delivered from outside the first has the folder', () => {
    const outside = manifestsOf(
      delivered('production', { server: afar }),
      delivered('staging', { server: 'https://10.0.0.2:6443' }),
    );
    expect([...outside.keys()].filter((path) => path.endsWith('Application.monitoring-root.yaml'))).toEqual([
      'production/argocd/Application.monitoring-root.yaml',
    ]);
  });

  test('there is an ApplicationSet for each form, in waves', () => {
    expect(
      ofKind(both, 'ApplicationSet')
        .toSorted((a, b) => waveOf(a) - waveOf(b))
        .map(nameOf),
    ).toEqual(['monitoring-crds', 'monitoring-namespaces', 'monitoring-stack', 'monitoring-applications']);
  });

  test('what is preserved when an ApplicationSet goes is what Applications leave behind', () => {
    expect(
      ofKind(both, 'ApplicationSet')
        .filter((each) => at(each, 'spec', 'syncPolicy', 'preserveResourcesOnDeletion') !== true)
        .map(nameOf),
    ).toEqual(['monitoring-applications']);
  });

  /** What ArgoCD makes of an ApplicationSet: its template with the fields of each element. */
  const generated = (set: Manifest): readonly unknown[] =>
    listAt(set, 'spec', 'generators', 0, 'list', 'elements').map((element) =>
      JSON.parse(
        JSON.stringify(at(set, 'spec', 'template')).replace(/\{\{\.(\w+)\}\}/g, (_, field: string) =>
          String(at(element, field)),
        ),
      ),
    );

  test('the Applications of a set are those that the cluster alone would have', () => {
    const identity = (each: unknown) => ({
      name: at(each, 'metadata', 'name'),
      finalizers: at(each, 'metadata', 'finalizers'),
      spec: at(each, 'spec'),
    });
    const wanted = applicationsOf(alone).map(identity);
    const made = ofKind(both, 'ApplicationSet').flatMap(generated).map(identity);
    expect(made).toEqual(expect.arrayContaining(wanted));
  });

  test('no two Applications of all sets have one name', () => {
    const names = ofKind(both, 'ApplicationSet')
      .flatMap(generated)
      .map((each) => at(each, 'metadata', 'name'));
    expect(new Set(names).size).toBe(names.length);
  });

  test('one may follow another revision than the others', () => {
    const sets = manifestsOf(production, delivered('staging', { server: afar, revision: 'next' }));
    const revisions = ofKind(sets, 'ApplicationSet')
      .filter((each) => nameOf(each) === 'monitoring-namespaces')
      .flatMap(generated)
      .map((each) => at(each, 'spec', 'source', 'targetRevision'));
    expect(revisions).toEqual(['main', 'next']);
  });
});

describe('a difference that is ignored', () => {
  const ignoring = manifestsOf(
    delivered('production', {
      ignores: [
        {
          ...{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
          because: 'the autoscaler writes it',
        },
      ],
    }),
  );

  test('is left as it is when ArgoCD syncs', () => {
    expect(
      listAt(
        named(ignoring, 'Application', 'monitoring-production-shop'),
        'spec',
        'syncPolicy',
        'syncOptions',
      ),
    ).toContain('RespectIgnoreDifferences=true');
  });

  test('shows its reason beside the Application', () => {
    expect(at(named(ignoring, 'Application', 'monitoring-production-shop'), 'spec', 'info')).toEqual([
      { name: 'Differences of Deployment', value: 'the autoscaler writes it' },
    ]);
  });

  test('is there only where somebody says so', () => {
    expect(
      ofKind(alone, 'Application').filter((each) => at(each, 'spec', 'ignoreDifferences') !== undefined),
    ).toEqual([]);
  });
});

test('where nobody delivers by ArgoCD there is no folder for it', () => {
  const byHand = manifestsOf(
    cluster('production', { applications: [shop()], platform: kubePrometheusStack() }),
  );
  expect([...byHand.keys()].filter((path) => path.includes('/argocd/'))).toEqual([]);
});
