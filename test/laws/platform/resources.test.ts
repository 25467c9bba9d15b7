import { describe, expect, test } from '@jest/globals';
import { configMaps, grafanaDashboards, grafanaResources } from '#dashboards/form.js';
import { uniqueDashboards } from '#laws/dashboard.js';
import { everyDashboardIsUnderstood } from '#laws/platform/grafana.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { Refusal } from '#ground/fault.js';
import { shop } from '../../synth/estate/shop.js';
import { against, judged, platform, running } from './judged.js';

const instances = { dashboards: 'grafana' };
const resources = grafanaResources({ instances, resyncPeriod: '24h' });
const manifests = (...given: Parameters<typeof judged>) =>
  judged(...given)
    .objects.map(({ manifest }) => manifest)
    .filter(({ kind }) => kind === 'GrafanaManifest');

describe('dashboards as resources of Grafana’s own API', () => {
  test('reach it by objects of grafana-operator, each in its folder', () => {
    expect(manifests(platform(), [shop({ dashboardsAs: resources })])).toMatchObject([
      {
        metadata: { name: 'shop-folder-shop' },
        spec: {
          instanceSelector: { matchLabels: instances },
          allowCrossNamespaceImport: true,
          resyncPeriod: '24h',
          template: { kind: 'Folder', metadata: { name: 'shop' }, spec: { title: 'Shop' } },
        },
      },
      {
        metadata: { name: 'shop' },
        spec: {
          template: {
            apiVersion: 'dashboard.grafana.app/v2',
            kind: 'Dashboard',
            metadata: { name: 'shop', annotations: { 'grafana.app/folder': 'shop' } },
            spec: { title: 'Shop', layout: { kind: 'RowsLayout' } },
          },
        },
      },
    ]);
  });

  test('are told apart by their uid', () => {
    const place = judged(platform(), [shop({ dashboardsAs: resources })]);
    const again = place.objects.map((each) => ({ ...each, path: `again/${each.path}` }));
    expect(uniqueDashboards({ ...place, objects: [...place.objects, ...again] })).toMatchObject([
      { code: 'name-twice', what: 'shop' },
    ]);
  });

  test('are what a platform asks for, where an application says nothing', () => {
    const asking = kubePrometheusStack({ grafana: { dashboardsAs: resources } });
    expect(manifests(asking, [shop()])).toHaveLength(2);
  });

  test('are not, where the application says something else', () => {
    const asking = kubePrometheusStack({ grafana: { dashboardsAs: resources } });
    expect(manifests(asking, [shop({ dashboardsAs: grafanaDashboards({ instances }) })])).toEqual([]);
  });

  test('are not written unless somebody asks', () => {
    expect(manifests(platform(), [shop()])).toEqual([]);
  });

  test.each([configMaps, grafanaDashboards({ instances })])('are shown twice beside %j', (form) => {
    expect(() => shop({ dashboardsAs: [form, resources] })).toThrow(Refusal);
  });

  test('need labels of Kubernetes to be found', () => {
    expect(() => grafanaResources({ instances: { 'no label': 'x' } })).toThrow(Refusal);
  });
});

describe('the Grafana of a platform', () => {
  test('takes them from 13 on', () => {
    expect(
      against(everyDashboardIsUnderstood, running({ grafana: '13.0.0' }), [
        shop({ dashboardsAs: resources }),
      ]),
    ).toEqual([]);
  });

  test('is refused before', () => {
    expect(
      against(everyDashboardIsUnderstood, running({ grafana: '12.4.2' }), [
        shop({ dashboardsAs: resources }),
      ]),
    ).toMatchObject([
      {
        where: 'shop/dashboards',
        what: '12.4.2',
        code: 'grafana-too-old',
        why: 'grafanaResources(…) are dashboard.grafana.app/v2, which Grafana 13.0 and newer take, and the platform of production runs 12.4.2',
      },
    ]);
  });

  test('may be older where dashboards are in the classic model', () => {
    expect(against(everyDashboardIsUnderstood, running({ grafana: '12.4.2' }), [shop()])).toEqual([]);
  });
});
