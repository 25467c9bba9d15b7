import { describe, expect, test } from '@jest/globals';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { logs } from '#dashboards/panel/logs.js';
import { stat } from '#dashboards/panel/stat.js';
import { datasource } from '#dashboards/datasource.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { uniqueDashboards } from '#laws/dashboard.js';
import { everyDatasourceIsThere } from '#laws/platform/datasources.js';
import { everyDashboardIsShown } from '#laws/platform/shown.js';
import type { Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';
import { drawing, openBaskets, shop } from '../../synth/estate/shop.js';
import { against, judged, objectOf, platform } from './judged.js';

const { grafana: usual } = usualPlatform;
if (usual === undefined) throw new Error('the usual platform has a Grafana');

const withGrafana = (changes: Partial<NonNullable<Platform['grafana']>>): Platform =>
  platform({ grafana: { ...usual, ...changes } });
const withoutGrafana = ((): Platform => {
  const { grafana: _, ...rest } = usualPlatform;
  return rest;
})();
const labelled = withGrafana({
  sidecar: {
    dashboards: { label: 'board', value: 'yes', folderAnnotation: 'k8s-sidecar-target-directory' },
    datasources: { label: 'source', value: 'yes' },
  },
});

describe('a dashboard on a platform', () => {
  test('is labelled and annotated as the sidecar of its Grafana reads it', () => {
    const [map] = judged(labelled, [shop()]).objects.filter(({ manifest }) => manifest.kind === 'ConfigMap');
    expect(map?.manifest.metadata).toMatchObject({
      labels: { board: 'yes' },
      annotations: { 'k8s-sidecar-target-directory': 'Shop' },
    });
  });

  test('is shown there', () => {
    expect(against(everyDashboardIsShown, labelled, [shop()])).toEqual([]);
  });

  test('is refused where its ConfigMap has another value', () => {
    const change = (chart: Parameters<typeof objectOf>[0]) =>
      objectOf(chart, 'ConfigMap').addJsonPatch(JsonPatch.replace('/metadata/labels/board', 'no'));
    expect(against(everyDashboardIsShown, labelled, [shop()], { change })).toMatchObject([
      {
        where: 'shop/dashboards/shop',
        code: 'dashboard-not-shown',
        why: 'the sidecar of production\'s Grafana reads ConfigMaps with board="yes", and none of shop holds shop.json',
      },
    ]);
  });

  test('is refused where nothing names its folder', () => {
    const change = (chart: Parameters<typeof objectOf>[0]) =>
      objectOf(chart, 'ConfigMap').addJsonPatch(JsonPatch.remove('/metadata/annotations'));
    expect(against(everyDashboardIsShown, labelled, [shop()], { change })).toMatchObject([
      { what: '(no annotation)', code: 'dashboard-not-shown' },
    ]);
  });

  test('is refused where the sidecar does not look into its namespace', () => {
    const looking = withGrafana({
      sidecar: { ...usual.sidecar, dashboards: { ...usual.sidecar.dashboards, searchNamespace: 'web,till' } },
    });
    expect(against(everyDashboardIsShown, looking, [shop()])).toMatchObject([
      { code: 'dashboard-not-shown', why: expect.stringContaining('grafana_dashboard="1" in web,till') },
    ]);
  });

  test('is no matter of a platform without a Grafana', () => {
    expect(against(everyDashboardIsShown, withoutGrafana, [shop()])).toEqual([]);
  });

  test('is found by the label of the platform where two have one uid', () => {
    const [first] = judged(labelled, [shop()]).objects.filter(
      ({ manifest }) => manifest.kind === 'ConfigMap',
    );
    if (!first) throw new Error('there is a dashboard');
    const twice = [first, { ...first, path: 'again' }];
    expect(uniqueDashboards({ ...judged(labelled, [shop()]), objects: twice })).toHaveLength(1);
  });
});

describe('a data source that a panel asks', () => {
  const thanos = datasource('prometheus', { uid: 'thanos', name: 'Thanos' });
  const asking = shop({
    otherDatasources: [thanos],
    dashboards: [
      drawing(openBaskets, {
        panels: [
          stat('Baskets', { description: 'How many there are.', signal: openBaskets, datasource: thanos }),
        ],
      }),
    ],
  });

  test('may be the platform’s own Prometheus', () => {
    expect(against(everyDatasourceIsThere, platform(), [shop()])).toEqual([]);
  });

  test('is refused where its Grafana has none of that uid', () => {
    expect(against(everyDatasourceIsThere, platform(), [asking])).toEqual([
      {
        where: 'shop/dashboards/shop',
        what: 'thanos',
        code: 'datasource-not-there',
        why: 'Shop / Baskets asks the prometheus thanos, which the Grafana of production does not have',
        cure: 'add it to platform.grafana.datasources, or write one of: prometheus',
      },
    ]);
  });

  test('may be one of the platform’s values', () => {
    const both = withGrafana({ datasources: [{ ...thanos, url: 'http://thanos-query.monitoring:9090' }] });
    expect(against(everyDatasourceIsThere, both, [asking])).toEqual([]);
  });

  test('may be one that the application brings', () => {
    const told = shop({
      logs: fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } }),
      dashboards: [
        drawing(openBaskets, {
          panels: [logs('Log', { description: 'What it says.', logql: '{namespace="shop-prod"}' })],
        }),
      ],
    });
    expect(against(everyDatasourceIsThere, platform(), [told])).toEqual([]);
  });

  test('is another, where one of that uid speaks another language', () => {
    const loki = datasource('loki', { uid: 'thanos', name: 'Loki' });
    const both = withGrafana({ datasources: [{ ...loki, url: 'http://loki.monitoring:3100' }] });
    expect(against(everyDatasourceIsThere, both, [asking])).toHaveLength(1);
  });
});
