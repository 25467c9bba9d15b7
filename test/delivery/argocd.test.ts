import { describe, expect, test } from '@jest/globals';
import { argocd } from '#cluster/argocd.js';
import { cluster } from '#cluster/cluster.js';
import type { Manifest } from '#imports/manifest.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { bakery, shop } from '../synth/estate/shop.js';
import { afar, at, delivered, here, listAt, manifestsOf, named, ofKind, repository } from './clusters.js';

const production = delivered('production');
const alone = manifestsOf(production);
const both = manifestsOf(production, delivered('staging', { server: afar }));

const project = (manifests: ReadonlyMap<string, Manifest>): Manifest =>
  named(manifests, 'AppProject', 'monitoring');
const applicationsOf = (manifests: ReadonlyMap<string, Manifest>): readonly Manifest[] =>
  ofKind(manifests, 'Application').filter(({ metadata }) => metadata.name !== 'monitoring-root');
const waveOf = ({ metadata: { annotations = {} } }: Manifest): number =>
  Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0);
const nameOf = ({ metadata: { name } }: Manifest): string => name;

const groupKind = ({ apiVersion, kind }: Manifest): string =>
  `${apiVersion.includes('/') ? apiVersion.replace(/\/[^/]*$/, '') : ''}/${kind}`;
const listed = (manifest: Manifest, list: string): readonly string[] =>
  listAt(manifest, 'spec', list).map((each) => `${String(at(each, 'group'))}/${String(at(each, 'kind'))}`);
/** What the folders hold that Applications deliver. */
const heldIn = (manifests: ReadonlyMap<string, Manifest>): readonly Manifest[] =>
  [...manifests].filter(([path]) => !path.includes('/argocd/')).map(([, manifest]) => manifest);

describe('the AppProject', () => {
  // Without a platform nothing comes from a chart: what is listed is what stands in the folders.
  const bare = manifestsOf(
    cluster('production', { applications: [shop(), bakery()], argocd: argocd({ repository }) }),
  );

  test('lists every kind that the folders hold, and no other', () => {
    const lists = ['clusterResourceWhitelist', 'namespaceResourceWhitelist'];
    expect(lists.flatMap((list) => listed(project(bare), list)).sort()).toEqual(
      [...new Set(heldIn(bare).map(groupKind))].sort(),
    );
  });

  test('lists as kinds outside of namespaces those without one', () => {
    const outside = heldIn(bare).filter(({ metadata }) => metadata.namespace === undefined);
    expect(listed(project(bare), 'clusterResourceWhitelist')).toEqual([...new Set(outside.map(groupKind))]);
  });

  test('lists every namespace that something lies in, and that of the platform', () => {
    const within = heldIn(bare).flatMap(({ metadata }) => metadata.namespace ?? []);
    expect(listAt(project(bare), 'spec', 'destinations').map((each) => at(each, 'namespace'))).toEqual(
      [...new Set([...within, 'monitoring'])].sort(),
    );
  });

  test('lists the repository alone where nothing comes from a chart', () => {
    expect(at(project(bare), 'spec', 'sourceRepos')).toEqual([repository]);
  });

  test('lists the Helm repository too where a platform is delivered', () => {
    expect(at(project(alone), 'spec', 'sourceRepos')).toEqual([
      repository,
      'https://prometheus-community.github.io/helm-charts',
    ]);
  });

  test('lists the namespaces in which the chart writes', () => {
    const namespaces = listAt(project(alone), 'spec', 'destinations').map((each) => at(each, 'namespace'));
    expect(namespaces).toEqual(expect.arrayContaining(['kube-system', 'monitoring', 'monitoring-agents']));
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

  test('of several clusters lists the namespaces of each at its server', () => {
    const servers = listAt(project(both), 'spec', 'destinations').map((each) => at(each, 'server'));
    expect(new Set(servers)).toEqual(new Set([here, afar]));
  });

  test('lets no Application make Applications', () => {
    expect(
      listed(project(alone), 'namespaceResourceWhitelist').filter((kind) => kind.includes('argoproj')),
    ).toEqual([]);
  });

  test('of the root lists what the folder of ArgoCD holds, and nothing else', () => {
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

  test('come after their AppProject', () => {
    expect(waveOf(project(alone))).toBeLessThan(Math.min(...applicationsOf(alone).map(waveOf)));
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

  test('are in the project that lists what they deliver', () => {
    expect(new Set(applicationsOf(alone).map((each) => at(each, 'spec', 'project')))).toEqual(
      new Set(['monitoring']),
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
