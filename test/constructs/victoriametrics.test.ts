import { describe, expect, test } from '@jest/globals';
import type { Manifest } from '#imports/manifest.js';
import { keptInVictoriaMetrics } from '../delivery/kept.js';
import { scatteredShop } from '../synth/estate/found.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';
import { shop } from '../synth/estate/shop.js';

const kindsOf = (objects: readonly Manifest[]): readonly string[] =>
  [...new Set(objects.map(({ kind }) => kind))].toSorted();

describe('an application that is kept in a VictoriaMetrics', () => {
  const objects = keptInVictoriaMetrics(shop());
  const usual = objectsOf(shop());

  test('is written as the kinds of its operator, and none of those of Prometheus', () => {
    expect(kindsOf(objects)).toEqual([
      ...['AlertmanagerConfig', 'ConfigMap', 'Deployment', 'NetworkPolicy', 'Service'],
      ...['VMRule', 'VMServiceScrape'],
    ]);
  });

  test('is as many objects as for Prometheus', () => {
    expect(objects.length).toBe(usual.length);
  });

  test('is found by the same label', () => {
    const labels = objects
      .filter(({ kind }) => kind.startsWith('VM'))
      .map(({ metadata }) => metadata.labels?.['release']);
    expect(new Set(labels)).toEqual(new Set(['prometheus']));
  });

  test('is scraped as it would be by Prometheus, in the words of vmagent', () => {
    const scrape = only(objects, 'VMServiceScrape', 'shop');
    const monitor = only(usual, 'ServiceMonitor', 'shop');
    const { metricRelabelings, relabelings, ...endpoint } = Object(at(monitor, 'spec', 'endpoints', 0));
    expect(at(scrape, 'spec')).toEqual({
      ...Object(at(monitor, 'spec')),
      endpoints: [{ ...endpoint, relabelConfigs: relabelings, metricRelabelConfigs: metricRelabelings }],
    });
  });

  test('has the same rules', () => {
    const rule = at(only(objects, 'VMRule', 'shop'), 'spec', 'groups', 0, 'rules', 0);
    const same = at(only(usual, 'PrometheusRule', 'shop'), 'spec', 'groups', 0, 'rules', 0);
    expect(rule).toEqual({ record: '', ...Object(same) });
  });
});

test('what is found in other ways is written as the kind for each', () => {
  const kinds = [scatteredShop(), probingShop()].flatMap((each) => kindsOf(keptInVictoriaMetrics(each)));
  expect(kinds).toEqual(expect.arrayContaining(['VMPodScrape', 'VMStaticScrape', 'VMProbe']));
  expect(kinds.filter((kind) => /^(PodMonitor|Probe|ScrapeConfig|ServiceMonitor)$/.test(kind))).toEqual([]);
});

test('targets that are written down each have their own labels, and all the job', () => {
  expect(at(only(keptInVictoriaMetrics(scatteredShop()), 'VMStaticScrape', 'caches'), 'spec')).toEqual({
    jobName: 'caches',
    targetEndpoints: [
      { targets: ['redis://cache-1:6379'], labels: { namespace: 'shop-prod' } },
      { targets: ['redis://cache-2:6379'], labels: { rack: 'b', namespace: 'shop-prod' } },
    ].map((each) => ({
      ...each,
      path: '/probe',
      params: { module: ['redis'] },
      interval: '30s',
      scrapeTimeout: '10s',
      relabelConfigs: [
        { action: 'replace', sourceLabels: ['__address__'], targetLabel: '__param_target' },
        { action: 'replace', sourceLabels: ['__param_target'], targetLabel: 'instance' },
        { action: 'replace', targetLabel: '__address__', replacement: 'cache-exporter.shop-prod.svc:9121' },
      ],
    })),
  });
});

test('where Prometheus scrapes, rules alone are those of vmalert', () => {
  expect(kindsOf(keptInVictoriaMetrics(shop(), { scrapesBy: 'prometheus' }))).toEqual([
    ...['AlertmanagerConfig', 'ConfigMap', 'Deployment', 'NetworkPolicy', 'Service'],
    ...['ServiceMonitor', 'VMRule'],
  ]);
});

test('who scrapes is let in: the agent of VictoriaMetrics, and no Prometheus', () => {
  const policy = only(keptInVictoriaMetrics(shop()), 'NetworkPolicy', 'stock-exporter');
  expect(JSON.stringify(at(policy, 'spec', 'ingress'))).toContain('"app.kubernetes.io/name":"vmagent"');
  expect(JSON.stringify(at(policy, 'spec', 'ingress'))).not.toContain('prometheus-operator');
});
