import { describe, expect, test } from '@jest/globals';
import { type ClusterSpec, cluster } from '#cluster/cluster.js';
import { untold } from '#cluster/untold.js';
import { datasource } from '#dashboards/datasource.js';
import { usualPlatform } from '#platform/usual.js';
import { faultsOf, writtenOf } from '../../synth/estate/places.js';
import { bakery, shop } from '../../synth/estate/shop.js';

const shared = shop();
/** The same application in clusters by their names, each with what is said of it. */
const clusters = (specs: Readonly<Record<string, Partial<ClusterSpec>>>) =>
  Object.entries(specs).map(([name, spec]) => cluster(name, { applications: [shared], ...spec }));

const folder = (text = ''): string => /grafana_folder: (.*)/.exec(text)?.[1] ?? '';
const dashboard = (files: ReadonlyMap<string, string>, path: string): string => files.get(path) ?? '';

describe('where an application runs is told', () => {
  test('by nothing, where that is one cluster', () => {
    const files = writtenOf([
      cluster('seoul', { applications: [shared] }),
      cluster('tokyo', { applications: [bakery()] }),
    ]);
    expect([
      folder(dashboard(files, 'seoul/shop/ConfigMap.shop.yaml')),
      files.get('seoul/shop/AlertmanagerConfig.shop.yaml')?.includes('.CommonLabels.cluster'),
    ]).toEqual(['Shop', false]);
  });

  test('by the environment in its folder in Grafana, where there are several', () => {
    const files = writtenOf(clusters({ production: {}, staging: {} }));
    expect(folder(dashboard(files, 'staging/shop/ConfigMap.shop.yaml'))).toBe('Shop (staging)');
  });

  test('by the cluster, where several are of one environment', () => {
    const files = writtenOf(
      clusters({ seoul: { environment: 'production' }, tokyo: { environment: 'production' } }),
    );
    expect(folder(dashboard(files, 'tokyo/shop/ConfigMap.shop.yaml'))).toBe('Shop (tokyo)');
  });

  test('by both, where there are several of both', () => {
    const files = writtenOf(
      clusters({ seoul: { environment: 'production' }, tokyo: { environment: 'production' }, staging: {} }),
    );
    expect(folder(dashboard(files, 'tokyo/shop/ConfigMap.shop.yaml'))).toBe('Shop (production, tokyo)');
  });

  test('in the titles of its messages, by what Prometheus adds to its alerts', () => {
    const files = writtenOf(clusters({ production: {}, staging: {} }));
    expect(files.get('staging/shop/AlertmanagerConfig.shop.yaml')).toContain(
      '{{ with .CommonLabels.environment }}{{ printf "%.30s" . }} · {{ end }}',
    );
  });
});

const one = { alertmanager: 'https://alerts.example.org', grafana: 'https://grafana.example.org' } as const;
const { alertmanager: _, ...withoutAlertmanager } = usualPlatform;
const { grafana, ...withoutGrafana } = usualPlatform;

describe('an Alertmanager that two clusters share', () => {
  const files = writtenOf(
    clusters({
      seoul: { addresses: { alertmanager: one.alertmanager } },
      tokyo: { addresses: { alertmanager: one.alertmanager }, platform: withoutAlertmanager },
    }),
  );

  test('is given the routes of both', () => {
    expect([...files.keys()].filter((path) => path.includes('AlertmanagerConfig'))).toEqual([
      'seoul/shop/AlertmanagerConfig.shop.yaml',
      'seoul/routes/AlertmanagerConfig.shop-tokyo.yaml',
    ]);
  });

  test.each(['seoul/shop/AlertmanagerConfig.shop.yaml', 'seoul/routes/AlertmanagerConfig.shop-tokyo.yaml'])(
    'says of which application are the routes of %s',
    (path) => {
      expect(files.get(path)).toContain('    app.kubernetes.io/part-of: shop\n');
    },
  );

  test.each([
    ['seoul', 'seoul/shop/AlertmanagerConfig.shop.yaml'],
    ['tokyo', 'seoul/routes/AlertmanagerConfig.shop-tokyo.yaml'],
  ])('tells of %s by its own routes alone, in messages of its own', (name, path) => {
    const text = files.get(path) ?? '';
    expect([
      text.includes(`      - name: cluster\n        matchType: "="\n        value: ${name}\n`),
      /groupBy:\n(?: +- \w+\n)* +- cluster\n/.test(text),
    ]).toEqual([true, true]);
  });
});

describe('the Secrets of receivers of a cluster without an Alertmanager', () => {
  const files = writtenOf([
    cluster('seoul', { applications: [], addresses: { alertmanager: one.alertmanager } }),
    cluster('tokyo', {
      ...{ applications: [shared], platform: withoutAlertmanager },
      addresses: { alertmanager: one.alertmanager },
    }),
  ]);

  test('are needed where its alerts are told', () => {
    expect(files.get('seoul.md')).toContain(
      'the operator leaves out AlertmanagerConfig `shop-tokyo`: nobody is told by',
    );
  });

  test('are not needed in itself', () => {
    expect(files.get('tokyo.md')).not.toContain('leaves out AlertmanagerConfig');
  });
});

describe('a Grafana that two clusters share', () => {
  const asking = {
    ...datasource('prometheus', { uid: 'prometheus-tokyo', name: 'Tokyo' }),
    url: 'https://p.tokyo.example.org',
  };
  const looking = grafana && { ...usualPlatform, grafana: { ...grafana, datasources: [asking] } };
  const specs = {
    seoul: { addresses: { grafana: one.grafana }, ...(looking && { platform: looking }) },
    tokyo: { addresses: { grafana: one.grafana }, platform: withoutGrafana },
  };

  test('is given the dashboards of both, under uids of their own', () => {
    const files = writtenOf(clusters(specs));
    expect([...files.keys()].filter((path) => /ConfigMap\.shop/.test(path))).toEqual([
      'seoul/shop/ConfigMap.shop-seoul.yaml',
      'seoul/dashboards/ConfigMap.shop-tokyo.yaml',
    ]);
  });

  test('asks the Prometheus of each about its own', () => {
    const text = writtenOf(clusters(specs)).get('seoul/dashboards/ConfigMap.shop-tokyo.yaml');
    const asked = [...(text ?? '').matchAll(/"uid": "(prometheus[\w-]*)"/g)].map(([, uid]) => uid);
    expect([...new Set(asked)]).toEqual(['prometheus-tokyo']);
  });

  test('is refused without a data source for the Prometheus of the other', () => {
    expect(faultsOf(clusters({ ...specs, seoul: { addresses: { grafana: one.grafana } } }))).toContainEqual(
      expect.objectContaining({
        where: 'seoul',
        code: 'no-such-datasource',
        why: 'its Grafana shows dashboards of tokyo, and has no data source prometheus-tokyo that asks the Prometheus there',
      }),
    );
  });
});

describe('clusters are refused', () => {
  test.each([
    ['Alertmanager', withoutAlertmanager, 'takes its alerts'],
    ['Grafana', withoutGrafana, 'shows its dashboards'],
  ])('without any %s', (server, platform, does) => {
    expect(faultsOf([cluster('edge', { platform, applications: [shared] })])).toContainEqual(
      expect.objectContaining({
        where: 'edge',
        code: 'nobody-serves',
        why: `it has no ${server}, and no other cluster of the estate has one at its address that ${does}`,
      }),
    );
  });

  test('that each run a server under one address', () => {
    const addresses = { grafana: one.grafana };
    expect(faultsOf(clusters({ seoul: { addresses }, tokyo: { addresses } }))).toContainEqual(
      expect.objectContaining({ where: 'tokyo', code: 'address-twice' }),
    );
  });

  test.each([
    ['grafana', 'seoul has a Grafana at this address too'],
    ['alertmanager', 'seoul has an Alertmanager at this address too'],
  ] as const)('with a sentence about each: %s', (server, why) => {
    const addresses = { [server]: 'https://one.example.org' };
    expect(faultsOf(clusters({ seoul: { addresses }, tokyo: { addresses } }))).toContainEqual(
      expect.objectContaining({ code: 'address-twice', why: expect.stringContaining(why) }),
    );
  });

  test('that nobody tells apart where their alerts meet', () => {
    expect(
      faultsOf(clusters({ seoul: production, tokyo: { ...production, labels: { cluster: 'seoul' } } })),
    ).toContainEqual(expect.objectContaining({ where: 'tokyo', code: 'labels-alike' }));
  });
});

const production = { environment: 'production' } as const;

describe('an application that tells nobody', () => {
  const files = writtenOf([
    cluster('production', { applications: [shared] }),
    cluster('staging', { applications: [untold(shared)] }),
  ]);

  test('is drawn, and its alerts are evaluated', () => {
    expect([...files.keys()].filter((path) => path.startsWith('staging/shop/'))).toEqual(
      [...files.keys()]
        .filter((path) => path.startsWith('production/shop/'))
        .map((path) => path.replace('production', 'staging')),
    );
  });

  test('has a route that ends with nobody, so that no other takes its alerts', () => {
    expect(files.get('staging/shop/AlertmanagerConfig.shop.yaml')).toMatch(
      /receivers:\n +- name: nobody\n {2}route:/,
    );
  });

  test('may be a function of its place', () => {
    const of = untold(() => shared);
    expect(faultsOf([cluster('staging', { applications: [of] })])).toEqual([]);
  });

  test('is refused without a reason in words', () => {
    expect(() => cluster('staging', { applications: [untold(shared, 'no')] })).toThrow(
      'does not say why nobody is told',
    );
  });

  test('is refused where somebody is told after all', () => {
    const told = { ...shared, routing: { ...shared.routing, untold: 'Nobody is told here.' } };
    expect(faultsOf([cluster('staging', { applications: [told] })])).toContainEqual(
      expect.objectContaining({
        code: 'setting-for-nothing',
        why: 'it says why nobody is told, and somebody is',
      }),
    );
  });
});
