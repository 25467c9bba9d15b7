import { describe, expect, test } from '@jest/globals';
import { ApiObject } from 'cdk8s/lib/api-object.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { everyNamespaceIsSelected } from '#laws/platform/selected-namespace.js';
import { everyObjectIsSelected } from '#laws/selected.js';
import { usualPlatform } from '#platform/usual.js';
import { shop } from '../../synth/estate/shop.js';
import { against, judged, objectOf, platform } from './judged.js';

const { selects } = usualPlatform;
const teamed = platform({
  selects: { ...selects, rules: { labels: { team: 'web', release: 'prometheus' }, namespaces: {} } },
});

describe('what a platform selects by labels', () => {
  test('its applications’ objects are labelled by', () => {
    expect(against(everyObjectIsSelected, teamed, [shop()])).toEqual([]);
  });

  test('is on the objects of that kind, and of no other', () => {
    const labelled = judged(teamed, [shop()])
      .objects.filter(({ manifest }) => manifest.metadata.labels?.['team'] === 'web')
      .map(({ manifest }) => manifest.kind);
    expect([...new Set(labelled)]).toEqual(['PrometheusRule']);
  });

  test('is refused where somebody has taken the label away', () => {
    const change = (chart: Parameters<typeof objectOf>[0]) =>
      objectOf(chart, 'PrometheusRule').addJsonPatch(JsonPatch.remove('/metadata/labels/team'));
    expect(against(everyObjectIsSelected, teamed, [shop()], { change })).toEqual([
      {
        where: 'shop/rules/shop metadata.labels.team',
        what: '(no label)',
        code: 'not-selected',
        why: 'Prometheus of production selects PrometheusRules by team="web", and not this one',
        cure: 'label it team: web, as the chart of the application does by itself, or change platform.selects',
      },
    ]);
  });

  test('may be AlertmanagerConfigs too', () => {
    const configs = platform({
      selects: { ...selects, alertmanagerConfigs: { labels: { team: 'web' }, namespaces: {} } },
    });
    const change = (chart: Parameters<typeof objectOf>[0]) =>
      objectOf(chart, 'AlertmanagerConfig').addJsonPatch(JsonPatch.remove('/metadata/labels/team'));
    expect(against(everyObjectIsSelected, configs, [shop()], { change })).toMatchObject([
      { why: 'Alertmanager of production selects AlertmanagerConfigs by team="web", and not this one' },
    ]);
  });

  test('is that of the platform’s release, where an application says another', () => {
    expect(against(everyObjectIsSelected, platform(), [shop({ release: 'other' })])).toMatchObject([
      {
        where: 'shop',
        what: 'other',
        code: 'not-selected',
        why: 'it is for the release other, and the platform of production is prometheus',
      },
    ]);
  });
});

describe('namespaces that a platform selects', () => {
  const inTeam = platform({
    selects: { ...selects, serviceMonitors: { labels: {}, namespaces: { team: 'web' } } },
  });

  test('may be all', () => {
    expect(against(everyNamespaceIsSelected, platform(), [shop()])).toEqual([]);
  });

  test('may be told by their name, which each has as a label', () => {
    const named = platform({
      selects: {
        ...selects,
        rules: { labels: {}, namespaces: { 'kubernetes.io/metadata.name': 'shop-prod' } },
      },
    });
    expect(against(everyNamespaceIsSelected, named, [shop()])).toEqual([]);
  });

  test('are refused where it is not known that they have the label', () => {
    expect(against(everyNamespaceIsSelected, inTeam, [shop()])[0]).toEqual({
      where: 'shop/scrape-shop/service-monitor metadata.namespace',
      what: 'shop-prod',
      code: 'namespace-not-selected',
      why: 'the platform of production looks for ServiceMonitors in namespaces with team="web", which shop-prod is not known to have',
      cure: 'label the Namespace shop-prod team: web, or change platform.selects',
    });
  });

  test('are taken where a Namespace of the place has it', () => {
    const change = (chart: Parameters<typeof objectOf>[0]) =>
      void new ApiObject(chart, 'namespace', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop-prod', labels: { team: 'web' } },
      });
    expect(against(everyNamespaceIsSelected, inTeam, [shop()], { change })).toEqual([]);
  });
});
