import { describe, expect, test } from '@jest/globals';
import type { Application, ApplicationSpec } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { configMaps, grafanaDashboards, persesConfigMaps, persesDashboards } from '#dashboards/form.js';
import { datasource } from '#dashboards/datasource.js';
import { type Fault, Refusal } from '#ground/fault.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { EstateRefusal } from '#synth/refusal.js';
import { synthesize } from '#synth/synthesize.js';
import { bakery, drawing, openBaskets, shop, shopMetrics } from '../synth/estate/shop.js';
import { inProduction } from '../place.js';

/** What is refused of an estate, and what is only told. */
const told = (...applications: readonly Application[]): readonly Fault[] => {
  const { charts, laws } = synthesisOf(inProduction(applications));
  const hints: Fault[] = [];
  try {
    synthesize(charts, laws, (found) => hints.push(...found));
    return hints;
  } catch (error) {
    if (error instanceof EstateRefusal) return error.faults;
    throw error;
  }
};
const files = (...applications: readonly Application[]): readonly string[] => {
  const { charts, laws } = synthesisOf(inProduction(applications));
  return [...synthesize(charts, laws).keys()].filter((path) => /Dashboard|ConfigMap|Datasource/.test(path));
};
const refusalOf = (make: () => unknown): readonly string[] => {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ where, why }) => `${where}: ${why}`);
    throw error;
  }
};

const toGrafana = grafanaDashboards({ instances: { dashboards: 'grafana' } });
const toPerses = persesDashboards({ instances: { app: 'perses' } });
const inProject = persesConfigMaps({ project: 'shop' });
const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
const drawn = (spec: Partial<ApplicationSpec>) => ({
  dashboards: [drawing(openBaskets, { uid: 'shop' })],
  platform: [shopMetrics],
  title: 'Bakery',
  ...spec,
});

describe('the dashboards of an application', () => {
  test.each([
    [undefined, ['production/shop/ConfigMap.shop.yaml']],
    [toGrafana, ['production/shop/GrafanaDashboard.shop.yaml']],
    [toPerses, ['production/shop/PersesDashboard.shop.yaml']],
    [inProject, ['production/shop/ConfigMap.perses-shop.yaml']],
    [
      [configMaps, toPerses],
      ['production/shop/ConfigMap.shop.yaml', 'production/shop/PersesDashboard.shop.yaml'],
    ],
  ])('as %j are these files', (form, paths) => {
    expect(files(shop(form && { dashboardsAs: form }))).toEqual(paths);
  });

  test('are accompanied by the data source of its logs, in the same forms', () => {
    expect(files(shop({ logs, dashboardsAs: [toGrafana, toPerses, inProject] })).toSorted()).toEqual([
      'production/shop/ConfigMap.perses-shop-loki.yaml',
      'production/shop/ConfigMap.perses-shop.yaml',
      'production/shop/ConfigMap.shop-fluent-bit.yaml',
      'production/shop/GrafanaDashboard.shop.yaml',
      'production/shop/GrafanaDatasource.shop-loki.yaml',
      'production/shop/PersesDashboard.shop.yaml',
      'production/shop/PersesDatasource.loki.yaml',
    ]);
  });
});

describe('a form is refused', () => {
  test('where one Grafana would have each dashboard twice (mistake 25)', () => {
    expect(refusalOf(() => shop({ dashboardsAs: [configMaps, toGrafana] }))).toEqual([
      'dashboardsAs: a Grafana would have each dashboard from its sidecar and from grafana-operator, and of one uid it keeps one',
    ]);
  });

  test('where it stands twice', () => {
    expect(refusalOf(() => shop({ dashboardsAs: [toPerses, toPerses] }))).toEqual([
      'dashboardsAs: PersesDashboard stands here more than once',
    ]);
  });

  test('where there is none', () => {
    expect(refusalOf(() => shop({ dashboardsAs: [] }))).toEqual([
      'dashboardsAs: nobody would show its dashboards',
    ]);
  });

  test('where alerts link to a Grafana that has none of them', () => {
    expect(refusalOf(() => shop({ dashboardsAs: toPerses, grafana: 'https://grafana.example' }))).toEqual([
      'grafana: alerts would link to dashboards that Perses alone has',
    ]);
  });

  test('where nobody here made it', () => {
    const copied = { ...toPerses };
    expect(refusalOf(() => shop({ dashboardsAs: copied }))).toEqual([
      'dashboardsAs: an object is not made by configMaps, grafanaDashboards(…), grafanaResources(…), persesDashboards(…) or persesConfigMaps(…)',
    ]);
  });

  test.each([
    [
      () => grafanaDashboards({ instances: { 'not a key': 'x' } }),
      "instances: 'not a key' is not a key that the API server takes",
    ],
    [
      () => persesDashboards({ instances: { app: '-' } }),
      "instances.app: '-' is not a value that a label may have",
    ],
    [
      () => grafanaDashboards({ instances: {}, resyncPeriod: '1d' }),
      "resyncPeriod: grafana-operator reads no '1d'",
    ],
    [() => persesConfigMaps({ project: 'My Shop' }), "project: 'My Shop' is not a namespace"],
  ])('where what it says is none: %s', (make, why) => {
    expect(refusalOf(make)).toEqual([why]);
  });
});

describe('two dashboards of an estate', () => {
  test('are refused where both have one uid in Grafana, however they come there (mistake 25)', () => {
    expect(told(shop(), bakery(drawn({ dashboardsAs: toGrafana })))).toMatchObject([
      {
        where: 'bakery/dashboards/grafana-shop spec.json',
        code: 'name-twice',
        why: 'the dashboard of shop/dashboards/shop has this uid too',
      },
    ]);
  });

  test('are refused where both have one name in a project of Perses', () => {
    const both = [shop({ dashboardsAs: inProject }), bakery(drawn({ dashboardsAs: inProject }))];
    expect(told(...both)).toMatchObject([
      {
        where: 'bakery/dashboards/perses-file-shop data["shop-shop.json"]',
        what: 'Dashboard shop/shop',
        code: 'name-twice',
      },
    ]);
  });

  test('are taken where they stand in projects of their own', () => {
    const own = persesConfigMaps({ project: 'bakery' });
    const plain = { dashboards: [drawing(openBaskets, { uid: 'shop', strip: false })] };
    expect(
      told(shop({ ...plain, dashboardsAs: inProject }), bakery(drawn({ ...plain, dashboardsAs: own }))),
    ).toEqual([]);
  });
});

test('two data sources of grafana-operator are refused where they have one name', () => {
  const loki = datasource('loki', { uid: 'loki-of-bakery', name: 'Loki' });
  const both = [
    shop({ logs, dashboardsAs: toGrafana }),
    bakery({ logs, datasources: { loki }, dashboardsAs: toGrafana }),
  ];
  expect(told(...both)).toMatchObject([
    {
      where: 'bakery/datasources/loki/grafana spec.datasource',
      what: 'Loki',
      why: 'the data source of shop/datasources/loki/grafana has this name too',
    },
  ]);
});

describe('what Perses has no word for', () => {
  const tagged = { dashboards: [drawing(openBaskets, { tags: ['team-a'], strip: false })] };

  test('is told with the dashboard that it is of', () => {
    expect(told(shop({ ...tagged, dashboardsAs: toPerses }))).toMatchObject([
      {
        where: 'shop/dashboards/shop',
        code: 'left-by-perses',
        why: 'Perses has no word for tags',
        isHint: true,
      },
    ]);
  });

  test('is not told where Grafana alone shows it', () => {
    expect(told(shop(tagged))).toEqual([]);
  });
});
